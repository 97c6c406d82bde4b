using System.Globalization;
using System.Text;
using System.Xml;
using Sovia.Api.Docs;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>Maps <c>/feed.atom</c>: the first page of a query as an Atom feed (RFC 4287).</summary>
public static class FeedEndpoint
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private const int TitleLength = 100;

    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(false), Indent = true, Async = true, CheckCharacters = false };

    /// <summary>Maps the feed.</summary>
    public static void MapFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/feed.atom", SendAsync).AddEndpointFilter<ETagFilter>()
        .WithSummary("Returns the newest results of a query as an Atom feed")
            .WithQueryParameters().ProducesText("application/atom+xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>")
            .ProducesInvalidParameter();

    private static async Task<IResult> SendAsync(HttpRequest request, BrowseLibrary library, TimeProvider clock, CancellationToken ct)
    {
        if (!ApiQuery.TryRead(request, clock.GetUtcNow(), out var query, out var problem)) return problem;
        var page = await library.ReadPageAsync(ResolvedQuery.From(query), PagePosition.Top, ct);
        using var made = new MemoryStream();
        await using (var xml = XmlWriter.Create(made, Settings))
            Write(xml, query, page.Families, $"{request.Scheme}://{request.Host}{request.PathBase}");
        return Results.Bytes(made.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static void Write(XmlWriter xml, LibraryQuery query, IReadOnlyList<Family> families, string site)
    {
        var asked = query.ToQueryString() is { Length: > 0 } text ? $"?{text}" : "";
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Atom);
        Element(xml, "id", $"{site}/feed.atom{asked}");
        Element(xml, "title", query.SearchText is { Length: > 0 } search ? $"Sovia: {search}" : "Sovia");
        Element(xml, "updated", Written(families.Select(family => family.SortAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", "Sovia");
        xml.WriteEndElement();
        Link(xml, "self", $"{site}/feed.atom{asked}", "application/atom+xml");
        Link(xml, "alternate", $"{site}/{asked}", "text/html");
        foreach (var family in families) Write(xml, family, site);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Write(XmlWriter xml, Family family, string site)
    {
        xml.WriteStartElement("entry", Atom);
        // Independent of the host, so that feed readers recognise the entry if the site moves.
        Element(xml, "id", $"urn:uuid:{family.CoverId}");
        Element(xml, "title", GetTitle(family));
        Element(xml, "updated", Written(family.SortAt));
        Link(xml, "alternate", $"{site}/posts/{family.CoverId}", "text/html");
        if (family.CoverFile is { Missing: false }) Link(xml, "enclosure", $"{site}/files/{family.CoverId}", family.CoverFile.Mime);
        if (family.Model is { } model)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Legible(model));
            xml.WriteEndElement();
        }
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Legible(GetContent(family, site)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string GetContent(Family family, string site)
    {
        var picture = family.CoverFile is { Missing: false }
            ? $"<p><a href=\"{site}/posts/{family.CoverId}\"><img src=\"{site}/files/{family.CoverId}/512\" alt=\"\"></a></p>" : "";
        return $"{picture}<p>{System.Net.WebUtility.HtmlEncode(family.Prompt ?? "No prompt")}</p>";
    }

    private static string GetTitle(Family family) =>
        family.Prompt is not { } words ? family.CoverKind == MediaKind.Video ? "Video without a prompt" : "Image without a prompt"
        : StorableText.SanitizeLine(words, TitleLength);

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Legible(text));

    private static void Link(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Legible(address));
        if (type is not null) xml.WriteAttributeString("type", Legible(type));
        xml.WriteEndElement();
    }

    private static string Written(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Removes characters that XML forbids, because prompts contain pasted text: most control characters and unpaired surrogates.
    private static string Legible(string text)
    {
        var legible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF)) legible.Append(rune.ToString());
        return legible.ToString();
    }
}
