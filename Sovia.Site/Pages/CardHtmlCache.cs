using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sovia.Caching;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages;

/// <summary>
/// Caches the HTML of cards, keyed by everything it depends on, so that a page is mostly copied and a like renders one card. The link to a
/// card's page differs between lists and is inserted each time. Cards with highlights or a similarity score are not cached.
/// </summary>
public sealed class CardHtmlCache(HtmlEncoder encoder, FfmpegTools tools)
{
    private const long MaxBytes = 12_000_000;

    // Encoded text has no quotation marks, so the first match is the link's own.
    private const string UrlPlaceholder = "card-address", LinkMarkup = $"href=\"{UrlPlaceholder}\"";

    private readonly BoundedCache<CardKey, Rendered> renderedCards =
        new(MaxBytes, static rendered => 150 + (2 * (rendered.Head.Length + rendered.Tail.Length)));

    /// <summary>Returns the HTML of a card, from the cache if possible.</summary>
    /// <param name="card">The card.</param>
    /// <param name="render">Renders the card.</param>
    /// <param name="pathBase">The path base of URLs.</param>
    public IHtmlContent GetOrRender(Card card, Func<Card, IHtmlContent> render, string? pathBase)
    {
        if (card.Family.Revision == Guid.Empty || card.Match is not null || card.Reason is not null || !card.Highlights.IsEmpty)
            return render(card);
        var cardKey = new CardKey(
            card.Family.Revision, card.Family.Liked, card.Family.Rating, string.Join(',', card.Family.Tags), card.View,
            card.Thumbnail is not null, card.HasCover, card.HasPreview,
            tools.IsAvailable, card.IsBlurred, pathBase ?? "");
        if (!renderedCards.TryGet(cardKey, out var rendered)) renderedCards.Add(cardKey, rendered = Render(card, render));
        return new CardHtml(rendered, card.Url);
    }

    private Rendered Render(Card card, Func<Card, IHtmlContent> render)
    {
        using var writer = new StringWriter();
        render(card with { Url = UrlPlaceholder }).WriteTo(writer, encoder);
        var html = writer.ToString();
        var urlStart = html.IndexOf(LinkMarkup, StringComparison.Ordinal) + LinkMarkup.IndexOf(UrlPlaceholder, StringComparison.Ordinal);
        return new(html[..urlStart], html[(urlStart + UrlPlaceholder.Length)..]);
    }

    private readonly record struct CardKey(
        Guid Revision, bool? Liked, int Rating, string Tags, string View, bool HasPicture, bool HasCover, bool HasPreview, bool HasTools,
        bool IsBlurred, string PathBase);

    private sealed record Rendered(string Head, string Tail);

    private sealed class CardHtml(Rendered rendered, string address) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write(rendered.Head);
            encoder.Encode(writer, address);
            writer.Write(rendered.Tail);
        }
    }
}
