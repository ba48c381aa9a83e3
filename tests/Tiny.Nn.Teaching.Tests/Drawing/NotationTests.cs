using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class NotationTests
{
    [Test]
    public void A_terminal_shows_layers_above_and_units_below()
    {
        Assert.That(Notation.ToText(Notation.W(2, 1, 3)), Is.EqualTo("w⁽²⁾₁₃"));
        Assert.That(Notation.ToText(Notation.W(2, 10, 3)), Is.EqualTo("w⁽²⁾₁₀,₃"));
        Assert.That(Notation.ToText($"{Notation.X(4)} + {Notation.Into(3, 12)}"), Is.EqualTo("x₄ + a⁽²⁾₁₂"));
        Assert.That(Notation.ToText("e^(−z)"), Is.EqualTo("e^(−z)"));
    }

    [TestCase("e^(−z) + 1", "e<sup>−z</sup> + 1")]
    [TestCase("e^0.25/2", "e<sup>0.25</sup>/2")]
    [TestCase("e^(−1.5e−4)", "e<sup>−1.5e−4</sup>")]
    [TestCase("(1 − 0.9^2)", "(1 − 0.9<sup>2</sup>)")]
    [TestCase("a < b & c", "a &lt; b &amp; c")]
    public void A_page_raises_powers_and_escapes_the_rest(string formula, string expected) =>
        Assert.That(Html(formula), Is.EqualTo(expected));

    [Test]
    public void A_page_shows_layers_above_and_units_below()
    {
        Assert.That(Html(Notation.W(2, 10, 3)), Is.EqualTo("w<sup>(2)</sup><sub>10,3</sub>"));
        Assert.That(Html($"e^{Notation.Z(1, 2)}"), Is.EqualTo("e<sup>z<sup>(1)</sup><sub>2</sub></sup>"));
    }

    [TestCase(0.00043856773, "0.000438568", "0.000438568")]
    [TestCase(-1.5e-7, "−1.5e−7", "(−1.5e−7)")]
    [TestCase(-0.0, "0", "0")]
    [TestCase(1e21, "1e21", "1e21")]
    [TestCase(double.NegativeInfinity, "−∞", "(−∞)")]
    [TestCase(double.NaN, "NaN", "NaN")]
    public void Numbers_have_as_many_digits_as_asked_for(double number, string alone, string inside)
    {
        TraceNumbers numbers = new(6);
        Assert.That(numbers.Of(number), Is.EqualTo(alone));
        Assert.That(numbers.In(number), Is.EqualTo(inside));
    }

    private static string Html(string formula)
    {
        XElement element = Markup.Element("p", Notation.ToElements(formula));
        return string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
    }

    [Test]
    public void A_line_does_not_say_twice_what_comes_out()
    {
        Assert.That(new TraceLine("z", "w·x", "2·3", "6", "6").Sides, Is.EqualTo(["w·x", "2·3", "6"]));
        Assert.That(new TraceLine("a", "z", "z", "z").Sides, Is.EqualTo(["z"]));
        Assert.That(new TraceLine("m", "1", "0", "1").Sides, Is.EqualTo(["1", "0", "1"]), "what comes back is said");
    }
}
