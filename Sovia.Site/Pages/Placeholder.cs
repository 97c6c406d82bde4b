using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>A generated image for an item whose image is not saved: a dusk scene, always the same for the same id.</summary>
/// <param name="Hue">The hue in degrees.</param>
/// <param name="Light">The position of the light in percent of width and height, and its width.</param>
/// <param name="Horizon">The vertical position of the horizon in percent, and its tilt in degrees.</param>
/// <param name="Prompt">The prompt to show; null if there is none.</param>
/// <param name="Highlights">The highlighter for the prompt, or null.</param>
public sealed record Placeholder(int Hue, (int X, int Y, int Width) Light, (int Y, int Tilt) Horizon, string? Prompt,
    SearchHighlighter? Highlights = null) : IHtmlContent
{
    // Prompt lengths above which the next smaller text size is needed to fit the card.
    private const int MaxShortLength = 34, MaxMediumLength = 96;

    /// <summary>Creates the placeholder of a post.</summary>
    public static Placeholder ForPost(Guid id, string? prompt, SearchHighlighter? highlighter = null)
    {
        // The last bytes of an id are random in every UUID version.
        Span<byte> idBytes = stackalloc byte[16];
        id.TryWriteBytes(idBytes);
        var horizon = 54 + (idBytes[13] % 27);
        return new(
            GetHue(id),
            (16 + (idBytes[10] % 68), horizon - 36 + (idBytes[11] % 40), 9 + (idBytes[12] % 26)),
            (horizon, (idBytes[14] % 19) - 9),
            string.IsNullOrWhiteSpace(prompt) ? null : prompt,
            highlighter);
    }

    /// <summary>Returns the hue of a post, also for small tiles.</summary>
    public static int GetHue(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return ((bytes[0] << 8) | bytes[1]) % 360;
    }

    /// <summary>The CSS class for the prompt length: <c>bare</c>, <c>short</c>, <c>medium</c> or <c>long</c>.</summary>
    public string LengthClass => Prompt switch
    {
        null => "bare",
        { Length: <= MaxShortLength } => "short",
        { Length: <= MaxMediumLength } => "medium",
        _ => "long",
    };

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write($"<span class=\"placeholder placeholder--{LengthClass}\" style=\"{Style}\">");
        if (Prompt is { } prompt)
        {
            writer.Write("<span class=\"placeholder__words\" dir=\"auto\">");
            if (Highlights is { IsEmpty: false }) new HighlightedText(prompt, Highlights).WriteTo(writer, encoder);
            else encoder.Encode(writer, prompt);
            writer.Write("</span>");
        }
        writer.Write("</span>");
    }

    /// <summary>The values for a style attribute.</summary>
    public string Style => string.Create(
        CultureInfo.InvariantCulture,
        $"--hue:{Hue};--x:{Light.X}%;--y:{Light.Y}%;--disc:{Light.Width}%;--horizon:{Horizon.Y}%;--tilt:{Horizon.Tilt}deg");
}
