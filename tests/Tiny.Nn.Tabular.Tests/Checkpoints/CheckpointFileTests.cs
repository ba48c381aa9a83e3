using System.Diagnostics;
using System.Text;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Checkpoints;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CheckpointFileTests : IDisposable
{
    private static readonly TimeSpan Always = TimeSpan.Zero;
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);
    private static readonly RunIdentity Identity = new(
        "1.2.3",
        "digest",
        new Dictionary<string, string> { ["hidden"] = "8", ["seed"] = "1" }
    );

    private readonly string directory = Directory.CreateTempSubdirectory("tinynn-checkpoint-").FullName;

    private string Place => Path.Combine(directory, "run.ckpt");

    [Test]
    public void What_was_kept_is_found_again_part_by_part()
    {
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Never);
        Assert.That(file.Open(), Is.Null);
        Keep(file, "whole");
        Keep(file.Part("fold 1").Part("bag 2"), "a part of a part");
        Keep(file.Part("fold 2"), "");
        Assert.That(file.Write(), Is.True);

        CheckpointFile found = CheckpointFile.Resume(Place, Identity, Never);
        Assert.That(Text(found), Is.EqualTo("whole"));
        Assert.That(Text(found.Part("fold 1").Part("bag 2")), Is.EqualTo("a part of a part"));
        Assert.That(Text(found.Part("fold 2")), Is.Empty);
        Assert.That(found.Part("fold 3").Open(), Is.Null);
    }

    [Test]
    public void It_is_due_from_time_to_time_and_writes_itself()
    {
        Assert.That(CheckpointFile.Begin(Place, Identity, Never).IsDue, Is.False);
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Always);
        Assert.That(file.IsDue, Is.True);
        Keep(file.Part("a"), "1");
        Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never).Part("a")), Is.EqualTo("1"));
    }

    [Test]
    public void Once_the_state_is_kept_it_is_not_due_for_a_while_again()
    {
        TimeSpan every = TimeSpan.FromMilliseconds(50);
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, every);
        foreach (ICheckpoint place in new[] { file, file.Part("a") })
        {
            SpinWait.SpinUntil(() => place.IsDue);
            long kept = Stopwatch.GetTimestamp();
            Keep(place, "1");
            bool isDue = place.IsDue;
            Assert.That(isDue && Stopwatch.GetElapsedTime(kept) < every, Is.False);
        }
        Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never)), Is.EqualTo("1"), "It was written");
    }

    [Test]
    public void What_a_short_training_came_to_waits_until_the_next_time()
    {
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Never);
        Keep(file.Part("a"), "1");
        Assert.That(File.Exists(Place), Is.False);
        Assert.That(Text(file.Part("a")), Is.EqualTo("1"));
    }

    [Test]
    public void The_one_before_stays_and_is_taken_where_the_newest_is_damaged_or_gone()
    {
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Never);
        Keep(file, "first");
        file.Write();
        Keep(file, "second");
        file.Write();
        Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never)), Is.EqualTo("second"));
        byte[] whole = File.ReadAllBytes(Place);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 0x10;
            File.WriteAllBytes(Place, damaged);
            Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never)), Is.EqualTo("first"), $"byte {i}");
        }
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Place, whole[..length]);
            StoredCheckpoint stored = StoredCheckpoint.Find(Place);
            Assert.That(stored.Complaint, Is.Not.Null);
        }
        File.Delete(Place);
        Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never)), Is.EqualTo("first"));
    }

    [TestCase("", "no checkpoint")]
    [TestCase("a,b\n1,2\n", "no checkpoint")]
    [TestCase("tinynn checkpoint 1\n", "damaged")]
    [TestCase("tinynn checkpoint 1\n0123456789012345678901234567890123456789", "damaged")]
    public void What_is_no_checkpoint_is_refused_with_a_way_out(string content, string what)
    {
        File.WriteAllText(Place, content);
        CheckpointException fault = Refused(Identity);
        Assert.That(fault.What, Does.Contain(what));
        Assert.That(fault.Where, Is.EqualTo(Place));
        Assert.That(fault.Advice, Is.Not.Empty);
        Assert.That(File.ReadAllText(Place), Is.EqualTo(content));
    }

    [Test]
    public void One_that_is_not_there_is_refused() => Assert.That(Refused(Identity).What, Does.Contain("no such file"));

    [Test]
    public void That_of_another_run_is_refused_with_what_differs()
    {
        CheckpointFile.Begin(Place, Identity, Never).Write();
        string Refusal(RunIdentity other) => Refused(other).What;
        Assert.That(Refusal(Identity with { Version = "2" }), Does.Contain("version: 1.2.3 there, 2 here"));
        Assert.That(Refusal(Identity with { Data = "x" }), Does.Contain("the data are others"));
        Dictionary<string, string> settings = new() { ["hidden"] = "16,8", ["dropout"] = "0.1" };
        string several = Refusal(Identity with { Settings = settings });
        Assert.That(several, Does.Contain("hidden: 8 there, 16,8 here"));
        Assert.That(several, Does.Contain("dropout: not given there, 0.1 here"));
        Assert.That(several, Does.Contain("seed: 1 there, not given here"));
    }

    [Test]
    public void Where_it_cannot_be_written_the_last_one_stays_and_it_is_told_once_in_a_row()
    {
        List<OutputException> told = [];
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Always, told.Add);
        Keep(file, "good");

        // A directory in the place of the file that is written first.
        Directory.CreateDirectory($"{Place}.new");
        Keep(file, "lost");
        Keep(file, "lost too");
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never)), Is.EqualTo("good"));
        Directory.Delete($"{Place}.new");
        Keep(file, "better");
        Assert.That(Text(CheckpointFile.Resume(Place, Identity, Never)), Is.EqualTo("better"));
        Directory.CreateDirectory($"{Place}.new");
        Assert.That(file.Write(), Is.False);
        Assert.That(told, Has.Count.EqualTo(2));
        Directory.Delete($"{Place}.new");
    }

    [Test]
    public void Parts_keep_their_states_at_the_same_time()
    {
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Always);
        Parallel.For(0, 40, i => Keep(file.Part($"part {i % 10}"), $"state {i % 10}"));
        file.Write();
        CheckpointFile found = CheckpointFile.Resume(Place, Identity, Never);
        for (int i = 0; i < 10; i++)
        {
            Assert.That(Text(found.Part($"part {i}")), Is.EqualTo($"state {i}"));
        }
    }

    [Test]
    public void It_goes_when_the_run_is_over()
    {
        CheckpointFile file = CheckpointFile.Begin(Place, Identity, Always);
        Keep(file, "1");
        Keep(file, "2");
        file.Delete();
        Assert.That(Directory.GetFileSystemEntries(directory), Is.Empty);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private CheckpointException Refused(RunIdentity identity) =>
        Assert.Throws<CheckpointException>(() => CheckpointFile.Resume(Place, identity, Never))!;

    private static void Keep(ICheckpoint checkpoint, string text) =>
        checkpoint.Keep(stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static string Text(ICheckpoint checkpoint)
    {
        using StreamReader reader = new(checkpoint.Open()!);
        return reader.ReadToEnd();
    }
}
