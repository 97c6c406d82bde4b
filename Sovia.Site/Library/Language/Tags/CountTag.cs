using System.Collections.Immutable;
using System.Globalization;
using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary>A metatag that counts members.</summary>
/// <param name="name">What stands before the colon.</param>
/// <param name="help">A sentence for the help sheet.</param>
/// <param name="what">What is counted.</param>
internal abstract class CountTag(string name, string help, CountOf what) : IMetatag
{
    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [$"{Name}:>5", $"{Name}:0", $"{Name}:1..3"];

    public ImmutableArray<string> Values => ["0", ">0", ">5", "1..3"];

    public ItemReading Read(ValueItem item, LocalCalendar calendar)
    {
        var bounds = Bounds.Of(item.Text);
        if (!Read(bounds.From, out var from) || !Read(bounds.To, out var to) || (from ?? to) is null)
            return ItemReading.Wrong($"“{Name}:” takes numbers, and “{Signs.Cut(item.Text, 40)}” is none; write {string.Join(" or ", Examples)}.");
        var backwards = from > to;
        if (backwards) (from, to) = (to, from);
        var step = bounds.Without ? 1 : 0;
        return new(
            new Term.CountBetween(what, from + step, to - step),
            Bounds.Written(Text(from), Text(to), bounds.Without),
            backwards ? "This range runs backwards; it is read the other way round." : null);
    }

    // Nine digits are more than anybody has, and fit.
    private static bool Read(string? text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return text is null || (text.Length <= 9 && number is not null);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
