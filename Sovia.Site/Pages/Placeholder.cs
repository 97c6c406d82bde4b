using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>What stands for a picture that is not on this machine: the same id always gives the same dusk.</summary>
/// <param name="Hue">Degrees on the colour circle.</param>
/// <param name="Light">Where the light stands, in per cent of width and height, and how wide it is.</param>
/// <param name="Horizon">How far down the ground begins, in per cent, and how it leans, in degrees.</param>
/// <param name="Prompt">The prompt, set as type; null for a picture without words.</param>
/// <param name="Highlights">What to mark in it, or null.</param>
public sealed record Placeholder(int Hue, (int X, int Y, int Width) Light, (int Y, int Tilt) Horizon, string? Prompt,
    SearchHighlighter? Highlights = null) : IHtmlContent
{
    // Beyond these a prompt no longer fits its card in the larger sizes.
    private const int Short = 34, Medium = 96;

    /// <summary>The placeholder of a post.</summary>
    public static Placeholder ForPost(Guid id, string? words, SearchHighlighter? marks = null)
    {
        // The last bytes of an id are noise in every version.
        Span<byte> noise = stackalloc byte[16];
        id.TryWriteBytes(noise);
        var horizon = 54 + (noise[13] % 27);
        return new(
            GetHue(id),
            (16 + (noise[10] % 68), horizon - 36 + (noise[11] % 40), 9 + (noise[12] % 26)),
            (horizon, (noise[14] % 19) - 9),
            string.IsNullOrWhiteSpace(words) ? null : words,
            marks);
    }

    /// <summary>The colour of a post, also where only a small tile of it is shown.</summary>
    public static int GetHue(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return ((bytes[0] << 8) | bytes[1]) % 360;
    }

    /// <summary>The form of the words: <c>bare</c>, <c>short</c>, <c>medium</c> or <c>long</c>.</summary>
    public string LengthClass => Prompt switch
    {
        null => "bare",
        { Length: <= Short } => "short",
        { Length: <= Medium } => "medium",
        _ => "long",
    };

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write($"<span class=\"placeholder placeholder--{LengthClass}\" style=\"{Style}\">");
        if (Prompt is { } words)
        {
            writer.Write("<span class=\"placeholder__words\" dir=\"auto\">");
            if (Highlights is { IsEmpty: false }) new HighlightedText(words, Highlights).WriteTo(writer, encoder);
            else encoder.Encode(writer, words);
            writer.Write("</span>");
        }
        writer.Write("</span>");
    }

    /// <summary>The numbers, for a style attribute.</summary>
    public string Style => string.Create(
        CultureInfo.InvariantCulture,
        $"--hue:{Hue};--x:{Light.X}%;--y:{Light.Y}%;--disc:{Light.Width}%;--horizon:{Horizon.Y}%;--tilt:{Horizon.Tilt}deg");
}
