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
        "a42a5e8329232460b9193d4917810e5c2a5084862b9114051f1e9050379f77c6"
    )]
    [TestCase(
        "breast_cancer.csv",
        "diagnosis --hidden 9 --activation sigmoid --optimizer momentum --scale minmax --epochs 2",
        "cb9362f492c3b361470e831461bcdd13f00badf4ccee5503e8fbe03488ac6e2a"
    )]
    [TestCase(
        "breast_cancer.csv",
        "diagnosis --hidden 8,5 --activation gelu --optimizer adagrad --threshold f1 --seed 9 --epochs 2",
        "d1801ff7134a951c651147ae24a68c1e25b1bc719507f5b1908dc6c2882ce05b"
    )]
    [TestCase(
        "pima.csv",
        "diabetes --hidden 12 --activation selu --class-weight balanced --batch-size 17 --epochs 2",
        "df78ba3a244d8c6fd36cfb2347a8dd75adf3525cfefd4a80032f72a12b752a8c"
    )]
    [TestCase(
        "pima.csv",
        "diabetes --activation mish --optimizer rmsprop --scale robust --fill mean --mark-from 0 --epochs 2",
        "4fd77bceeb04d5ec86f16fd9949191ce326dd4e040a26459bf5f7d8b4b4bb1dd"
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
        "6d1a1142daea42bd583c365c6c669c85d16b9efa521474999628c5901289a3fe"
    )]
    [TestCase(
        "iris.csv",
        "species --hidden 8,6,4 --activation leaky-relu:0.2 --label-smoothing 0.1 --epochs 4",
        "c2cb7493c47b8aea036617050c62a83601aa3f466f1d5c63a1d960b0227d1d0e"
    )]
    [TestCase(
        "iris.csv",
        "species --activation softmax --optimizer nesterov --scale none --cv 3 --epochs 3",
        "1798ad4ccc84f71dc96a80a78c7ede92868edcf55beb9ba52413543837fe7a5d"
    )]
    [TestCase(
        "wine.csv",
        "class --hidden none --l1 0.01 --l2 0.02 --batch-size 7 --epochs 3",
        "cbe4355d30ff59e37b0211605d14217a1a1ca7a0a921de70ca48ab977d628052"
    )]
    [TestCase(
        "wine.csv",
        "class --hidden 10 --activation elu:0.5 --optimizer adamw --clip-norm 0.1 --seed 4 --epochs 3",
        "fd1f4edf75afbfe400b6ebba0a27586366b3329f7d7eb631e8e44050c0a1c016"
    )]
    [TestCase(
        "digits.csv",
        "digit --hidden 20 --activation silu --batch-size 128 --validation 0.3 --test 0.1 --epochs 1",
        "9548af4b9699a182e80f868ccd5d4f8adbefb1ee784bfdd585dc2fcecc1aa020"
    )]
    public void Several_classes_are_learned_to_the_same_bits(string data, string flags, string digest) =>
        AssertTrained(File(data), flags, digest);

    [TestCase("--hidden none --epochs 3", "7be726d7578fad06c2d80a4cfb2df0b1aeb729ac11f20f9f5c9a819e1839b1c9")]
    [TestCase(
        "--hidden 6 --activation softplus --loss absolute-error --optimizer momentum --epochs 2",
        "2a4dcdde235b3fbcbe35069d3c459b06c2f33848edbf8359403699574fa107b7"
    )]
    [TestCase(
        "--hidden 6,4 --activation gelu-tanh --loss huber --l2 0.01 --learning-rate 0.02 --epochs 2",
        "d13dda23108ef93108f5f7c3b95e1ec18862d7748b5a46786f243d13b05b23bc"
    )]
    [TestCase(
        "--hidden 9 --activation identity --loss squared-error --clip-norm 0.5 --dropout 0.1 --optimizer adagrad --epochs 2",
        "a4df105053f9dfcfa3864ba13274eb9d3de758275026b473412fab4fb9f99d66"
    )]
    [TestCase(
        "--hidden 5,5,5 --activation elu --scale minmax --epochs 2",
        "6909f1daa092c1e3bbd544d915e0004878109227219b67002e82f82eb38de1fd"
    )]
    [TestCase(
        "--hidden 4 --patience 1 --learning-rate 0.1 --epochs 8",
        "32191f453850ffc7f29e774867a7efcc164434aaebd70612a0092ea0eff68106"
    )]
    public void Numbers_are_learned_to_the_same_bits(string flags, string digest) =>
        AssertTrained(Samples.Diabetes, "progression " + flags, digest);

    [TestCase(
        $"kind {Mixed} --hidden 7 --weight-column heavy --epochs 4",
        "b86c58e793f3127e4f91ec2ffadce0b6addb4c72f5f290d84ae022e71eb7689d"
    )]
    [TestCase(
        $"grade {Mixed} --hidden 6,4 --max-levels 2 --word-buckets 8 --group who --epochs 4",
        "c21cc8ad1d50b3bab9b33dd24ffd4cdd98de5a0312c2bfb0f362e02b67bfea89"
    )]
    [TestCase(
        $"price {Mixed} --hidden 5 --time day --fill mean --mark-from 0.5 --epochs 4",
        "9af062b1312ba9ef56ed7f8533d0f291e6a9bda6ea7506469575aaab57a68799"
    )]
    [TestCase(
        $"price {Mixed} --hidden 5 --split-column part --optimizer rmsprop --epochs 4",
        "c97d71fcfc8e13ec602988110906f160d5507ccf1e07ac7a64382dad6c67263b"
    )]
    [TestCase(
        $"kind {Mixed} --hidden 5 --test-file later.csv --seed 3 --epochs 4",
        "daccc920651ad69e17e0675b8b4626fa46f80d8dac3916266885b6af641fb7d7"
    )]
    [TestCase(
        $"grade {Mixed} --hidden 4 --group who --cv 3 --dropout 0.3 --epochs 3",
        "196c95133afcce2ba531a57f345f66d200a5d226b33b9e8ded8d6c78292969b1"
    )]
    [TestCase(
        "heavy --features size,day --categorical day --task regression --optimizer sgd --loss huber --epochs 3",
        "bdfea38614a3c49aaf7b7a0c5ea95f5395f77bcbc6585d25a91891e856d39617"
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
        "bf4e284e86f3da03aea49deba6f20ce0ae1d04cf8a2b163e958dd83e3f355738"
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
        "1.5817127885881803 0.824964727934356 1.090045148677351 1.1232298396146465 1.3952859917434224 0.9805246577835826"
    )]
    [TestCase(
        "mixed.csv",
        $"price {Mixed} --hidden 5 --group who",
        "RMSE",
        "51.99811196490739 55.63492945981497 44.538821600953256"
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
        "2b344caf21db89d205790dfc909b0f5d4fd88b7e3ced33824bb914b813b9ae3b"
    )]
    [TestCase(
        "iris.csv",
        "species --hidden 6 --activation gelu --epochs 4",
        "9ea06f77e56d2955618763d0c3f215ecd51e87d4987959c260e6d61340ca8027"
    )]
    [TestCase(
        "mixed.csv",
        $"price {Mixed} --hidden 6 --activation mish --epochs 4",
        "da7f2504d8fef246b503f4ca6beb489edcc9c3d4e99c5ca0ad867bff86c36aea"
    )]
    public void Predictions_are_the_same_bytes(string data, string flags, string digest)
    {
        string file = File(data);
        Train(file, flags);
        string[] wanted = data == "mixed.csv" ? [] : ["--probabilities"];
        Run run = Tinynn(["predict", "model.tnn", file, .. wanted]).Good();
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
