namespace Tiny.Nn.Teaching.Drawing.Results;

/// <summary>What is said of columns in Japanese: findings, what may be done about them, what becomes of a column.</summary>
internal static class FindingSentences
{
    internal static IReadOnlyList<SpokenSentence> Japanese { get; } =
    [
        new("{0}, …; the first: <1>", "{0} など。最初のもの：<1>"),
        new("delimiter", "区切り文字"),
        new("header-like-data", "データらしい見出し"),
        new("row-names", "行の名前"),
        new("short-rows", "短い行"),
        new("missing-cells", "欠けたセル"),
        new("all-missing", "すべて欠け"),
        new("constant", "一定の値"),
        new("id-like", "行の名前らしい列"),
        new("similar-labels", "似たラベル"),
        new("trailing-blanks", "末尾の空白"),
        new("unknown-categories", "未知のカテゴリー"),
        new("dropped-rows", "除いた行"),
        new("rare-class", "まれなクラス"),
        new("mixed-types", "型の混在"),
        new("decimal-comma", "小数点のコンマ"),
        new("date-like", "日付らしい列"),
        new("too-many-values", "多すぎる値"),
        new("duplicate-column", "重複した列"),
        new("duplicate-rows", "重複した行"),
        new("leaking", "目標値の漏れ"),
        new("blank-lines", "空行"),
        new("missing-texts", "欠けを表す文字列"),
        new("error-texts", "エラーを表す文字列"),
        new("unnamed-columns", "名前のない列"),
        new("comments", "コメント"),
        new("total-row", "合計の行"),
        new("several-spellings", "表記の揺れ"),
        new("no-known-category", "既知のカテゴリーなし"),
        new("written-numbers", "書式のある数値"),
        new("written-dates", "書式のある日付"),
        new("the fields are separated by <0>", "フィールドの区切りは<0>"),
        new("the first line names columns {0}", "1 行目が列の名前で、{0} とあります"),
        new(
            "the header has a name twice or none: unused columns are called {0}",
            "見出しに同じ名前か空の名前があります。使わない列の名前は {0}"
        ),
        new(
            "{0} line(s) above the header beginning with #, passed over",
            "見出しの上の # で始まる {0}行は読み飛ばしました"
        ),
        new(
            "{0} line(s) above the rows beginning with #, passed over",
            "データの上の # で始まる {0}行は読み飛ばしました"
        ),
        new(
            "{0} row(s) with fewer fields than columns: the last cells are missing",
            "列よりフィールドの少ない行 {0}：末尾のセルは欠けたものとします"
        ),
        new(
            "{0} blank line(s) between rows, not taken for one; the first is line {1}",
            "行の間の空行 {0} は行とみなしません。最初は {1}行目"
        ),
        new(
            "{0} blank line(s) between rows, not taken for rows; the first is line {1}",
            "行の間の空行 {0} は行とみなしません。最初は {1}行目"
        ),
        new(
            "the first column has no name and is taken for names of rows, not for a feature",
            "最初の列には名前がなく、特徴量ではなく行の名前とみなします"
        ),
        new("it counts the rows, from {0} on", "{0} から始まる行の番号です"),
        new("every row has a text of its own", "どの行の文字列も異なります"),
        new("<0>, so it names rows and is left out", "<0>。行の名前とみなして除きます"),
        new("all cells are missing", "すべてのセルが欠けています"),
        new("{0} cell(s) missing", "欠けたセル {0}"),
        new("every cell is {0}", "どのセルも {0}"),
        new(
            "{0} label(s) with a blank behind, which was taken off",
            "末尾に空白のあるラベル {0}。空白は取り除きました"
        ),
        new("{0} row(s) without a target left out", "目標値のない行 {0} を除きました"),
        new("one row only: {0}", "1 行しかない：{0}"),
        new("taken for missing: {0}", "欠けたものとみなした文字列：{0}"),
        new("written for an error or for nothing: {0}", "エラーまたは空を表す文字列：{0}"),
        new("{0} is read as {1}, with a decimal comma", "{0} はコンマを小数点として {1} と読みます"),
        new("labels that differ only by case: {0}", "大文字と小文字だけが違うラベル：{0}"),
        new("groups that differ only by case: {0}", "大文字と小文字だけが違うグループ：{0}"),
        new("{0} and {1} differ <2>", "{0} と {1} は<2>違います"),
        new("{0} looks like {1}, they differ <2>", "{0} は {1} に似ていて、<2>違います"),
        new("{0} is taken for {1}", "{0} は {1} とみなします"),
        new("only by case", "大文字と小文字だけが"),
        new("only in how an accent is written (NFC, NFD)", "アクセントの表し方（NFC、NFD）だけが"),
        new("only in their blanks", "空白だけが"),
        new("only in the width of characters", "全角と半角だけが"),
        new("only in how the number is written", "数の書き方だけが"),
        new("only by invisible characters{0}", "見えない文字{0} だけが"),
        new("in several ways", "いくつかの点が"),
        new(
            "no cell holds a category that the model knows: is it the right column?",
            "モデルの知っているカテゴリーがどのセルにもありません。正しい列ですか"
        ),
        new("{0} cell(s) with a category that the model has not learned", "モデルが学習していないカテゴリーのセル {0}"),
        new(
            "{0} of {1} cells are meant as numbers, and others are written for an error or for nothing: {2}",
            "{1}セルのうち {0} は数値で、他はエラーまたは空を表しています：{2}"
        ),
        new("{0} of {1} cells are meant as numbers", "{1}セルのうち {0} は数値です"),
        new("{0} of {1} cells look like dates", "{1}セルのうち {0} は日付らしい文字列です"),
        new("{0} different texts in {1} cells", "{1}セルに {0}種類の文字列"),
        new(
            "{0} cell(s) written with {1}, such as {2}, read as {3}",
            "{1} のある書き方のセル {0}。例：{2} を {3} と読みます"
        ),
        new("read as times of day, {0}: {1} is {2}", "時刻として {0} で読みます：{1} は {2}"),
        new("read as {0}: {1} is {2}", "{0} として読みます：{1} は {2}"),
        new(
            "the last row, line {0}, is called {1}: leave it out of the file if it sums up the others",
            "最後の行（{0}行目）の名前は {1} です。他の行の合計なら、ファイルから除いてください"
        ),
        new("the same cells as {0}", "{0} とすべてのセルが同じです"),
        new("{0} of {1} rows are there already", "{1}行のうち {0}行は前の行と同じです"),
        new("the first is line {0}, the same as line {1}", "最初は {0}行目で、{1}行目と同じです"),
        new("the target is a straight line of it, r² = {0}", "目標値はこの列の一次式です（r² = {0}）"),
        new(
            "each of its {0} values has one target only, in all {1} rows",
            "{0}種類の値のそれぞれに目標値が 1 つしかありません（全 {1}行）"
        ),
        new("training refuses it: {0}", "学習には使えません：{0}"),
        new("if it is data, say <0>", "データなら <0> と指定します"),
        new("if they are labels, say so with <0>", "ラベルなら <0> と指定します"),
        new("if it is a feature, keep it with <0>", "特徴量なら <0> で残します"),
        new(
            "if the comma separates thousands, leave out <0> and say <1>",
            "コンマが桁区切りなら、<0> をやめて <1> と指定します"
        ),
        new("take them for missing with <0>", "欠けたものとするには <0> と指定します"),
        new("if they are values, keep them with <0>", "値なら <0> で残します"),
        new("if {0} is a value, keep it with <1>", "{0} が値なら <1> で残します"),
        new("if {0} are values, keep them with <1>", "{0} が値なら <1> で残します"),
        new(
            "they are two groups each, which may stand on two sides: write those alike that are one",
            "それぞれ別のグループとして分かれるかもしれません。同じものは同じように書いてください"
        ),
        new("\"{0}\" for {1}", "{1} に「{0}」"),
        new("{0}: numbers ({1})", "{0}：数値（{1}）"),
        new("{0}: numbers", "{0}：数値"),
        new("{0}: dates", "{0}：日付"),
        new("{0}: one of {1} levels", "{0}：{1}種類のカテゴリー"),
        new("{0}: texts, {1} of them distinct", "{0}：文章（{1}種類）"),
        new("number, {0} if missing", "数値、欠けていれば {0}"),
        new("1 if missing", "欠けていれば 1"),
        new("1 for any other level", "その他の値なら 1"),
        new("hour of the day", "時刻"),
        new("month and day of the week on circles", "円周上の月と曜日"),
        new("year and days, of {0} if missing", "年と日数、欠けていれば {0} のもの"),
        new("words, hashed to {0} counts", "単語をハッシュで {0} に分けた個数"),
        new("+1 {0}, −1 {1}, 0 missing or unseen", "+1 {0}、−1 {1}、欠けか未知なら 0"),
        new("{0} bins from {1} to {2}", "{1} から {2} までの {0} 区間"),
        new("{0} classes", "{0}クラス"),
        new("a number ({0}), standardized", "数値（{0}）、標準化"),
        new("all its cells are missing: it tells nothing", "すべてのセルが欠けていて、何も分かりません"),
        new("the same in all training rows: it tells nothing", "どの訓練行でも同じで、何も分かりません"),
        new("{0} of {1} cells are missing: <2>", "{1}セルのうち {0} が欠けています：<2>"),
        new("none of its levels", "どの値でもないとします"),
        new("filled with a typical date", "典型的な日付で埋めます"),
        new("filled with {0}", "{0} で埋めます"),
        new("as if without words", "単語がないものとします"),
        new("The file: <0>", "ファイル：<0>"),
    ];
}
