using System.Globalization;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Tests.Schedules;

public sealed class ScheduleNameTests
{
    [TestCase("constant")]
    [TestCase("step:30:0.1")]
    [TestCase("exponential:0.95")]
    [TestCase("cosine")]
    [TestCase("cosine:0.01")]
    [TestCase("warmup:5:cosine")]
    [TestCase("warmup:3:cosine:0.05")]
    [TestCase("warmup:5:plateau:10:0.5")]
    [TestCase("one-cycle")]
    [TestCase("one-cycle:0.25")]
    [TestCase("plateau:10:0.5")]
    [TestCase("coslog4")]
    [TestCase("flat-cosine")]
    public void A_schedule_is_read_and_named_again(string text) =>
        Assert.That(LearningRateSchedule.Parse(text).ToString(), Is.EqualTo(text));

    [TestCaseSource(typeof(LearningRateSchedule), nameof(LearningRateSchedule.All))]
    public void Each_kind_is_read_by_its_name(LearningRateSchedule schedule) =>
        Assert.That(LearningRateSchedule.Parse(schedule.Name), Is.EqualTo(schedule));

    [Test]
    public void All_kinds_are_listed()
    {
        IEnumerable<Type> types = typeof(LearningRateSchedule)
            .Assembly.GetTypes()
            .Where(type => type.BaseType == typeof(LearningRateSchedule));
        Assert.That(LearningRateSchedule.All.Select(schedule => schedule.GetType()), Is.EquivalentTo(types));
    }

    [Test]
    public void Names_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.That(LearningRateSchedule.Parse("step:3:0.25").Name, Is.EqualTo("step:3:0.25"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase("linear")]
    [TestCase("")]
    [TestCase("Cosine")]
    public void What_is_no_schedule_is_told_with_those_that_there_are(string text)
    {
        string message = Assert.Throws<FormatException>(() => LearningRateSchedule.Parse(text))!.Message;
        string all = string.Join(", ", LearningRateSchedule.All.Select(schedule => schedule.Name));
        Assert.That(message, Does.Contain($"\"{text}\"").And.Contain(all));
    }

    [TestCase("step", "needs more", "step:30:0.1")]
    [TestCase("step:30", "needs more", "step:30:0.1")]
    [TestCase("step:30:0.1:2", "more settings than it takes: \"2\"", "step:30:0.1")]
    [TestCase("step:a:0.1", "\"a\" where a whole number", "step:30:0.1")]
    [TestCase("step:1.5:0.1", "\"1.5\" where a whole number", "step:30:0.1")]
    [TestCase("step:0:0.1", "Epochs must be above 0, and is 0", "step:30:0.1")]
    [TestCase("step:30:1", "Decay must lie in (0, 1), and is 1", "step:30:0.1")]
    [TestCase("step:30:x", "\"x\" where a number", "step:30:0.1")]
    [TestCase("exponential:0", "Decay must lie in (0, 1), and is 0", "exponential:0.95")]
    [TestCase("exponential:NaN", "Decay must lie in (0, 1), and is NaN", "exponential:0.95")]
    [TestCase("cosine:1", "Floor must lie in [0, 1), and is 1", "cosine")]
    [TestCase("cosine:", "\"\" where a number", "cosine")]
    [TestCase("constant:1", "more settings", "constant")]
    [TestCase("warmup:5", "needs more", "warmup:5:cosine")]
    [TestCase("warmup:0:cosine", "Epochs must be above 0, and is 0", "warmup:5:cosine")]
    [TestCase("warmup:5:step:1", "needs more", "step:30:0.1")]
    [TestCase("one-cycle:1", "Rise must lie in (0, 1), and is 1", "one-cycle")]
    [TestCase("plateau:-1:0.5", "\"-1\" where a whole number", "plateau:10:0.5")]
    [TestCase("coslog4:2", "more settings", "coslog4")]
    public void What_is_wrong_with_a_schedule_is_told(string text, string what, string example)
    {
        string message = Assert.Throws<FormatException>(() => LearningRateSchedule.Parse(text))!.Message;
        Assert.That(message, Does.Contain(what).And.Contain($"written like {example}."));
    }
}
