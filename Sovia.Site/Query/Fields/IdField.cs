using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by post ID.</summary>
internal static class IdField
{
    public static readonly Field Field = new("id") { Metatags = [new IdMetatag()] };
}

/// <summary>The <c>id:</c> metatag, which takes a complete ID or a prefix of an ID.</summary>
internal sealed class IdMetatag : IMetatag
{
    private const int Digits = 32, MinDigits = 4;

    public string Name => "id";

    public string Title => "ID";

    public string Help => "ID, or at least its first four digits. Any item finds its stack.";

    public ImmutableArray<string> Examples => ["id:0d5f3c1a", "id:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f"];

    public ImmutableArray<string> Values => [];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var hex = item.Text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        if (hex.Length is < MinDigits or > Digits || !hex.All(char.IsAsciiHexDigit))
            return ParsedValue.Invalid(
                $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't an ID. Use all {Digits} hexadecimal digits or at least the first {MinDigits}, as in {Examples[0]}.");
        var first = Guid.ParseExact(hex.PadRight(Digits, '0'), "N");
        return new(new Term.IdBetween(first, Guid.ParseExact(hex.PadRight(Digits, 'f'), "N")), hex.Length == Digits ? first.ToString("D")
            : hex);
    }
}
