using System.Globalization;
using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>Parses image sizes as generators write them: <c>832x1216</c>, <c>(1152, 896)</c>, <c>1024×1024</c>.</summary>
internal static partial class PixelDimensions
{
    private const int MaxSide = 1 << 20;
    private const int MaxTextLength = 40;

    public static (int? Width, int? Height) Parse(string? text) =>
        text is { Length: <= MaxTextLength } && PairRegex().Match(text) is { Success: true } match
        ? (ParseSide(match.Groups[1].Value), ParseSide(match.Groups[2].Value)) : (null, null);

    /// <summary>Parses one side in pixels; null if the text is not a plausible size.</summary>
    public static int? ParseSide(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var side) && side is > 0 and <= MaxSide ? side : null;

    [GeneratedRegex(@"^\s*\(?\s*([0-9]{1,7})\s*[xX×*,]\s*([0-9]{1,7})\s*\)?\s*$")]
    private static partial Regex PairRegex();
}
