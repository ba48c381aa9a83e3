using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Html;

/// <summary>
/// What all pages have in common: one file that asks for nothing from anywhere and is HTML and XML at once. Only a script that is known by its
/// digest may run.
/// </summary>
internal static class PageShell
{
    /// <param name="language">The language of its text, as HTML names it.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="means">How it looks, and what it can do.</param>
    /// <param name="content">What stands on it.</param>
    internal static XElement Create(string language, string title, PageMeans means, IEnumerable<XElement> content)
    {
        XElement head = Markup.Element(
            "head",
            Void("meta", ("charset", "utf-8")),
            Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(means.Script))),
            Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            Void("meta", ("name", "color-scheme"), ("content", "light dark")),
            Markup.Element("title", title),
            new XElement("style", new XText(means.Style))
        );
        XElement body = Markup.Element("body", Markup.Element("main", content));
        if (means.Script is { } script)
        {
            body.Add(new XElement("script", new XText(script)));
        }
        return Markup.Element("html", Markup.Attribute("lang", language), head, body);
    }

    internal static void Write(XElement page, Stream stream)
    {
        // Without a byte-order mark: the first element says what it is.
        using StreamWriter text = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("<!DOCTYPE html>");
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true, NewLineChars = "\n" };
        using (XmlWriter xml = XmlWriter.Create(text, settings))
        {
            page.WriteTo(xml);
        }
        text.WriteLine();
    }

    private static string Policy(string? script)
    {
        const string Nothing = "default-src 'none'; style-src 'unsafe-inline'";
        return script is null
            ? Nothing
            : $"{Nothing}; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
    }

    private static XElement Void(string name, params IEnumerable<(string Name, string Value)> attributes) =>
        new(name, attributes.Select(attribute => Markup.Attribute(attribute.Name, attribute.Value)));
}

/// <summary>How a page looks, and what it can do. Neither text has a letter that markup escapes, since a browser does not read escapes there.</summary>
/// <param name="Style">Its style sheet.</param>
/// <param name="Script">Its script; null for none.</param>
internal sealed record PageMeans(string Style, string? Script = null);
