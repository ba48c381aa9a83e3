using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests;

/// <summary>
/// What was trained yesterday is trained today, to the last bit. A digest changes only where a change of the bits is meant,
/// and then the changelog says so.
/// </summary>
internal sealed class RecordedBitsTests : CommandTests
{
    /// <summary>Features with holes, categories, dates and words; the other columns are targets, or say what rows are for.</summary>
    private const string Mixed = "--features size,colour,built,words --date built --text words";

    private static readonly string[] Colours = ["red", "green", "blue"];
    private static readonly string[] Words = ["old mill", "new barn", "mill by the lake", "old barn at home"];
    private static readonly string[] Parts = ["train", "train", "valid", "train", "test"];

    [TestCase(
        "breast_cancer.csv",
        "diagnosis --hidden none --optimizer sgd --epochs 3",
        "6f89c5585dc4662da00ef85364c049821797b6791eaa3406d909e6f6e5d293a2"
    )]
    [TestCase(
        "breast_cancer.csv",
        "diagnosis --hidden 9 --activation sigmoid --optimizer momentum --scale minmax --epochs 2",
        "e048d63f12dc2e5149dbe145cb6971711324d00e5c8dae8618c6d93c21fc0b5e"
    )]
    [TestCase(
        "breast_cancer.csv",
        "diagnosis --hidden 8,5 --activation gelu --optimizer adagrad --threshold f1 --seed 9 --epochs 2",
        "8645952c0a47eeeefe718780974a7451770f2bf7dbb31d4b270a5f5bb21e2a21"
    )]
    [TestCase(
        "pima.csv",
        "diabetes --hidden 12 --activation selu --class-weight balanced --batch-size 17 --epochs 2",
        "78ce4f23e55305116ba2f351c9056f53342f246c471092a7e542fab569a318bc"
    )]
    [TestCase(
        "pima.csv",
        "diabetes --activation mish --optimizer rmsprop --scale robust --fill mean --mark-from 0 --epochs 2",
        "46d70805307898294cf6f8899a771aebaf9e831b26ec39cc1d744e61977c6fdf"
    )]
    [TestCase(
        "house_votes.csv",
        "party --hidden 6,6 --activation hard-sigmoid --class-weight democrat=2,republican=0.5 --epochs 3",
        "c64c71157a9fb45c251d8e3a558811b444c9c7c248c4cae4f51f28867f995cd4"
    )]
    public void Two_classes_are_learned_to_the_same_bits(string data, string flags, string digest) =>
        AssertTrained(File(data), flags, digest);

    [TestCase(
        "iris.csv",
        "species --hidden 8,6 --activation relu --dropout 0.2 --epochs 4",
        "b62ef83924a8a43a153d1a65f382779f8fc35ef06debd236a489ee669d7da506"
    )]
    [TestCase(
        "iris.csv",
        "species --hidden 8,6,4 --activation leaky-relu:0.2 --label-smoothing 0.1 --epochs 4",
        "abf09d6b32ef98cbc447c3c8f0cde83827b53ed6a365cb9b2256afb9f8d335b4"
    )]
    [TestCase(
        "iris.csv",
        "species --activation softmax --optimizer nesterov --scale none --cv 3 --epochs 3",
        "1798ad4ccc84f71dc96a80a78c7ede92868edcf55beb9ba52413543837fe7a5d"
    )]
    [TestCase(
        "wine.csv",
        "class --hidden none --l1 0.01 --l2 0.02 --batch-size 7 --epochs 3",
        "62e0955dfa37638c60f4d6e8a66b517bedac417be30f4e4089756fecf26e11ee"
    )]
    [TestCase(
        "wine.csv",
        "class --hidden 10 --activation elu:0.5 --optimizer adamw --clip-norm 0.1 --seed 4 --epochs 3",
        "7396ad271073b1b997d834c64800a52a60cc2ebbce33cc7f6fcce8e991cf8a02"
    )]
    [TestCase(
        "digits.csv",
        "digit --hidden 20 --activation silu --batch-size 128 --validation 0.3 --test 0.1 --epochs 1",
        "9548af4b9699a182e80f868ccd5d4f8adbefb1ee784bfdd585dc2fcecc1aa020"
    )]
    public void Several_classes_are_learned_to_the_same_bits(string data, string flags, string digest) =>
        AssertTrained(File(data), flags, digest);

    [TestCase("--hidden none --epochs 3", "6a863db10eb7eccf39c5196ac875866325484e39120414c545f4dfb6504d2c7b")]
    [TestCase(
        "--hidden 6 --activation softplus --loss absolute-error --optimizer momentum --epochs 2",
        "038978f2d14f21d22d9cd540faf310b2b1e72f7011f19be6b80dd9c789224284"
    )]
    [TestCase(
        "--hidden 6,4 --activation gelu-tanh --loss huber --l2 0.01 --learning-rate 0.02 --epochs 2",
        "c3fa186bd2acef5edc73e7666a850160c6aa65c47026116ecabef6e8b248061b"
    )]
    [TestCase(
        "--hidden 9 --activation identity --loss squared-error --clip-norm 0.5 --dropout 0.1 --optimizer adagrad --epochs 2",
        "d0602858983bae419497ed35838d1e83b3c3835b29d330312b98ca4d59e13099"
    )]
    [TestCase(
        "--hidden 5,5,5 --activation elu --scale minmax --epochs 2",
        "befc491a088c7a9a53645d3c6a9603d1934b0d4824e875c0f8ff9b2bb2401329"
    )]
    [TestCase(
        "--hidden 4 --patience 1 --learning-rate 0.1 --epochs 8",
        "7d9e46b08265cdd52802c04a1003401573657d88b82847ba55d23b24214308fb"
    )]
    public void Numbers_are_learned_to_the_same_bits(string flags, string digest) =>
        AssertTrained(Samples.Diabetes, "progression " + flags, digest);

    [TestCase(
        $"kind {Mixed} --hidden 7 --weight-column heavy --epochs 4",
        "34368959fa7cb02fccdab5d5db2b66ba85cc9c890c8257610bee2979acbb63e3"
    )]
    [TestCase(
        $"grade {Mixed} --hidden 6,4 --max-levels 2 --word-buckets 8 --group who --epochs 4",
        "bb742dfa7795ddb52f4ad7995052c58b7e3eb00d549ecfe85757eccdc6b35479"
    )]
    [TestCase(
        $"price {Mixed} --hidden 5 --time day --fill mean --mark-from 0.5 --epochs 4",
        "d153a757aa43895d9429e15e0d2f4cf1d3ddd8579d2c53724616b5ab1347de80"
    )]
    [TestCase(
        $"price {Mixed} --hidden 5 --split-column part --optimizer rmsprop --epochs 4",
        "acbee0a02f8ffa81fce131e72ff8f9e94aa08804fc4094adb4cd8fcfde392bf3"
    )]
    [TestCase(
        $"kind {Mixed} --hidden 5 --test-file later.csv --seed 3 --epochs 4",
        "43574094e532cf8c7d69f73c5fb55e4ab5debe3b861e1470c7d664c0f02f4b3e"
    )]
    [TestCase(
        $"grade {Mixed} --hidden 4 --group who --cv 3 --dropout 0.3 --epochs 3",
        "2341fed401649af819fb83bfe4107020f3b68011c4b6d5321533295c738d2178"
    )]
    [TestCase(
        "heavy --features size,day --categorical day --task regression --optimizer sgd --loss huber --epochs 3",
        "6ba6fce25cfe7dc78b4ec21c42736535350f99fd1c339ef2a6c2b827cf8e9c78"
    )]
    [TestCase(
        "heavy --features price,colour --optimizer adamw --l2 0.01 --epochs 3",
        "887730afaf11611a1834ceb2a6ba8068097b6f2d97a0e58c56fcce6fb4b75593"
    )]
    public void Columns_of_every_kind_and_every_split_give_the_same_bits(string flags, string digest)
    {
        Place.Write("later.csv", Table(90, 30));
        AssertTrained(File("mixed.csv"), flags, digest);
    }

    /// <summary>Of the toys only this one, and the chess board, need no sine of the system's library.</summary>
    [TestCase(
        "class --hidden 7,5,3 --activation tanh --optimizer nesterov --epochs 4",
        "136eb9b60d92ed886ac62f0b2d4053298996034c02b612753eb72122b3c2b1b2"
    )]
    public void Toy_data_are_learned_to_the_same_bits(string flags, string digest)
    {
        Asked("generate", "xor", "--rows", "120", "-o", "xor.csv").Good();
        AssertTrained("xor.csv", flags, digest);
    }

    [TestCase(
        "iris.csv",
        "species --hidden 5 --activation tanh --repeats 2",
        "log-loss",
        "1.5817127910474227 0.8249647387733947 1.0900451593203806 1.1232298317557474 1.3952859882141126 0.9805246624738398"
    )]
    [TestCase(
        "mixed.csv",
        $"price {Mixed} --hidden 5 --group who",
        "RMSE",
        "51.99811198266028 55.634929564889894 44.53882104032628"
    )]
    public void Every_fold_has_the_same_bits(string data, string flags, string measure, string values)
    {
        Run run = Train(File(data), flags + " --cv 3 --epochs 3 --json");
        JsonElement measures = run.Json.GetProperty("cross_validation").GetProperty("measures");
        JsonElement folds = measures.EnumerateArray().Single(one => one.GetProperty("name").GetString() == measure);
        IEnumerable<string> found = folds.GetProperty("values").EnumerateArray().Select(value => value.GetRawText());
        Assert.That(string.Join(' ', found), Is.EqualTo(values));
    }

    [TestCase(
        "breast_cancer.csv",
        "diagnosis --hidden 8,5 --activation silu --epochs 2",
        "24fbaa49c199c58c5850b169175649fd0d5b055936ec7ad2223d7a9512e1f8dd"
    )]
    [TestCase(
        "iris.csv",
        "species --hidden 6 --activation gelu --epochs 4",
        "07474a17ae5804f43436d45bdeeaf8cab2812142c9f9b5220e11b67eba4a509c"
    )]
    [TestCase(
        "mixed.csv",
        $"price {Mixed} --hidden 6 --activation mish --epochs 4",
        "c626324d6966b33b43f32af942b28a1a726a919626d16b1806c04fb127057987"
    )]
    public void Predictions_are_the_same_bytes(string data, string flags, string digest)
    {
        string file = File(data);
        Train(file, flags);
        string[] wanted = data == "mixed.csv" ? [] : ["--probabilities"];
        Run run = Asked(["predict", "model.tnn", file, .. wanted]).Good();
        Assert.That(Digest(Encoding.UTF8.GetBytes(run.Output)), Is.EqualTo(digest));
    }

    [TestCase("iris.csv", "species --hidden 6,5,4 --activation selu")]
    [TestCase("breast_cancer.csv", "diagnosis --hidden 4,4,4,4 --activation silu --l2 0.01")]
    [TestCase("diabetes.csv", "progression --hidden 5,4,3 --activation softplus --loss huber")]
    [TestCase("wine.csv", "class --hidden 6,5,4 --activation gelu --l1 0.01")]
    public void Derivatives_of_deep_networks_agree(string data, string flags) =>
        Asked(["gradcheck", Samples.Data(data), "--target", .. flags.Split(' ')]).Good();

    /// <summary>A file of the repository, or the mixed table, written first.</summary>
    private string File(string name) => name == "mixed.csv" ? Place.Write(name, Table(0, 90)) : Samples.Data(name);

    private void AssertTrained(string data, string flags, string digest)
    {
        Train(data, flags);
        byte[] model = System.IO.File.ReadAllBytes(Place.Path("model.tnn"));
        // The header is left out: it may tell more one day, and the numbers stay.
        int header = checked((int)BinaryPrimitives.ReadInt64LittleEndian(model));
        Assert.That(Digest(model.AsSpan(8 + header)), Is.EqualTo(digest));
    }

    private Run Train(string data, string flags) =>
        Asked(["train", data, "-q", "-o", "model.tnn", "--target", .. flags.Split(' ')]).Good();

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Table(int first, int count) =>
        "size,colour,built,words,price,kind,grade,who,day,heavy,part\n"
        + string.Concat(Enumerable.Range(first, count).Select(Row));

    /// <summary>Whole numbers only, so that no rounding and no generator has a say in the data.</summary>
    private static string Row(int i)
    {
        int price = i * 37 % 60 * 3 + i % 3 * 20 + i * 7 % 11;
        string size = i % 11 == 3 ? "" : $"{i * 37 % 60}.{i % 10}";
        string colour = i % 13 == 5 ? "?" : Colours[i % 3];
        string built = $"{2010 + i % 9}-{1 + i % 12:00}-{1 + i % 28:00}";
        string kind = price < 110 ? "low" : "high";
        return $"{size},{colour},{built},{Words[i % 4]},{price},{kind},{"abc"[Math.Min(price / 90, 2)]},"
            + $"w{i / 3},{i / 2 % 30 + 7},{i % 4},{Parts[i % 5]}\n";
    }
}
