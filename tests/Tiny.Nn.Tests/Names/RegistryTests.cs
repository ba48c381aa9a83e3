using Tiny.Nn.Names;

namespace Tiny.Nn.Tests.Names;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RegistryTests
{
    private readonly Registry<Version> registry = new("a version", name => name == "first");

    [Test]
    public void What_is_registered_is_found_by_its_name_and_the_name_by_the_value()
    {
        registry.Register("second", new Version(2, 0));
        registry.Register("third", new Version(3, 0));
        Assert.That(registry.Find("second"), Is.EqualTo(new Version(2, 0)));
        Assert.That(registry.NameOf(new Version(3, 0)), Is.EqualTo("third"));
        Assert.That(registry.Values, Is.EqualTo([new Version(2, 0), new Version(3, 0)]));
        Assert.That(registry.Find("fourth"), Is.Null);
        Assert.That(registry.NameOf(new Version(4, 0)), Is.Null);
    }

    [Test]
    public void An_equal_value_may_be_registered_again()
    {
        registry.Register("again", new Version(5, 0));
        int before = registry.Values.Count();
        registry.Register("again", new Version(5, 0));
        Assert.That(registry.Values.Count(), Is.EqualTo(before));
    }

    [Test]
    public void Another_value_under_the_same_name_is_refused()
    {
        registry.Register("once", new Version(6, 0));
        Assert.That(
            () => registry.Register("once", new Version(6, 1)),
            Throws.ArgumentException.With.Message.Contain("\"once\" already")
        );
        Assert.That(registry.Find("once"), Is.EqualTo(new Version(6, 0)));
    }

    [Test]
    public void A_name_of_the_library_is_refused() =>
        Assert.That(
            () => registry.Register("first", new Version(1, 0)),
            Throws.ArgumentException.With.Message.Contain("\"first\" is a version of the library")
        );

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a:1")]
    [TestCase("a,b")]
    [TestCase("é")]
    public void What_could_not_be_read_back_is_no_name(string name) =>
        Assert.That(
            () => registry.Register(name, new Version(1, 0)),
            Throws.ArgumentException.With.Message.Contain("cannot be the name of a version")
        );

    [Test]
    public void Nothing_is_refused()
    {
        Assert.That(() => registry.Register(null!, new Version(1, 0)), Throws.ArgumentNullException);
        Assert.That(() => registry.Register("nothing", null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Many_threads_may_register_at_a_time()
    {
        Registry<Version> shared = new("a version", _ => false);
        Parallel.For(0, 1000, i => shared.Register($"v{i % 100}", new Version(i % 100, 0)));
        Assert.That(shared.Values, Is.EquivalentTo(Enumerable.Range(0, 100).Select(i => new Version(i, 0))));
    }
}
