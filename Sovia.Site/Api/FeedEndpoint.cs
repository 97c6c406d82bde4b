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

    private const int MaxTitleLength = 100;

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
        using var stream = new MemoryStream();
        await using (var xml = XmlWriter.Create(stream, Settings))
            WriteFeed(xml, query, page.Families, $"{request.Scheme}://{request.Host}{request.PathBase}");
        return Results.Bytes(stream.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static void WriteFeed(XmlWriter xml, LibraryQuery query, IReadOnlyList<Family> families, string site)
    {
        var queryString = query.ToQueryString() is { Length: > 0 } text ? $"?{text}" : "";
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Atom);
        WriteElement(xml, "id", $"{site}/feed.atom{queryString}");
        WriteElement(xml, "title", query.SearchText is { Length: > 0 } search ? $"Sovia: {search}" : "Sovia");
        WriteElement(xml, "updated", FormatTime(families.Select(family => family.SortAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        xml.WriteStartElement("author", Atom);
        WriteElement(xml, "name", "Sovia");
        xml.WriteEndElement();
        WriteLink(xml, "self", $"{site}/feed.atom{queryString}", "application/atom+xml");
        WriteLink(xml, "alternate", $"{site}/{queryString}", "text/html");
        foreach (var family in families) WriteEntry(xml, family, site);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteEntry(XmlWriter xml, Family family, string site)
    {
        xml.WriteStartElement("entry", Atom);
        // Independent of the host, so that feed readers recognise the entry if the site moves.
        WriteElement(xml, "id", $"urn:uuid:{family.CoverId}");
        WriteElement(xml, "title", GetTitle(family));
        WriteElement(xml, "updated", FormatTime(family.SortAt));
        WriteLink(xml, "alternate", $"{site}/posts/{family.CoverId}", "text/html");
        if (family.CoverFile is { Missing: false }) WriteLink(xml, "enclosure", $"{site}/files/{family.CoverId}", family.CoverFile.Mime);
        if (family.Model is { } model)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", RemoveInvalid(model));
            xml.WriteEndElement();
        }
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(RemoveInvalid(GetContent(family, site)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string GetContent(Family family, string site)
    {
        var imageHtml = family.CoverFile is { Missing: false }
            ? $"<p><a href=\"{site}/posts/{family.CoverId}\"><img src=\"{site}/files/{family.CoverId}/512\" alt=\"\"></a></p>" : "";
        return $"{imageHtml}<p>{System.Net.WebUtility.HtmlEncode(family.Prompt ?? "No prompt")}</p>";
    }

    private static string GetTitle(Family family) =>
        family.Prompt is not { } prompt ? family.CoverKind == MediaKind.Video ? "Video without a prompt" : "Image without a prompt"
        : StorableText.SanitizeLine(prompt, MaxTitleLength);

    private static void WriteElement(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, RemoveInvalid(text));

    private static void WriteLink(XmlWriter xml, string relation, string url, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", RemoveInvalid(url));
        if (type is not null) xml.WriteAttributeString("type", RemoveInvalid(type));
        xml.WriteEndElement();
    }

    private static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Removes characters that XML forbids, because prompts contain pasted text: most control characters and unpaired surrogates.
    private static string RemoveInvalid(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF)) builder.Append(rune.ToString());
        return builder.ToString();
    }
}
