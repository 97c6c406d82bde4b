using System.Collections.Immutable;
using System.Globalization;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by size in pixels or by orientation.</summary>
internal static class SizeField
{
    /// <summary>Names of the size classes, by ascending number of pixels.</summary>
    public static readonly ImmutableArray<string> ClassNames = ["tiny", "small", "medium", "large", "huge"];

    public static readonly Field Field = new("size")
    {
        Metatags = [new SizeMetatag()],
        Help = [new("size:large,huge", "1.5 megapixels or more.")],
        Facet = new SizeFacet(),
    };

    public static Term CreateTerm(int number) => new Term.HasMediaClass(MediaClasses.GetSizeBit(number));
}

/// <summary>The <c>size:</c> metatag, which takes dimensions, a size class or an orientation.</summary>
internal sealed class SizeMetatag : IMetatag
{
    private const string None = "none";

    public string Name => "size";

    public string Help =>
        "Dimensions in pixels, orientation or size class (small is under 0.75 megapixels, large 1.5 and more), of any item in the stack. "
        + "Use none for unknown.";

    public ImmutableArray<string> Examples => ["size:portrait", "size:1024x1536", "size:none"];

    public ImmutableArray<string> Values => ["portrait", "landscape", "square", .. SizeField.ClassNames, None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var text = item.Text.ToLowerInvariant();
        if (text == None) return new(new Term.SizeIs(null), None);
        if (SizeField.ClassNames.IndexOf(text) is >= 0 and var classIndex) return new(SizeField.CreateTerm(classIndex), text);
        if (Values.Contains(text)) return new(new Term.OrientationIs(Enum.Parse<Orientation>(text, ignoreCase: true)), text);
        // Accepts both x and the multiplication sign between the numbers.
        return text.Split('x', '×') is [var widthText, var heightText] && ReadPixels(widthText) is { } w && ReadPixels(heightText) is { } h
            ? new(new Term.SizeIs(new FrameSize(w, h)), string.Create(CultureInfo.InvariantCulture, $"{w}x{h}"))
            : ParsedValue.Invalid(
                $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid {Name}. Use {string.Join(" or ", Examples)}.");
    }

    private static int? ReadPixels(string text) =>
        text.Length <= 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}

/// <summary>Size classes by number of pixels: a family counts in the class of each member.</summary>
internal sealed class SizeFacet() : ChoiceFacet("size", "Size", $"x.classes & {MediaClasses.AllSizeBits}", 1 << MediaClasses.SizeCount,
    (SizeField.ClassNames[0], "Tiny, under 0.25 MP", SizeField.CreateTerm(0), bits => (bits & 1) != 0),
    (SizeField.ClassNames[1], "Small, 0.25 to 0.75 MP", SizeField.CreateTerm(1), bits => (bits & 2) != 0),
    (SizeField.ClassNames[2], "Medium, 0.75 to 1.5 MP", SizeField.CreateTerm(2), bits => (bits & 4) != 0),
    (SizeField.ClassNames[3], "Large, 1.5 to 4 MP", SizeField.CreateTerm(3), bits => (bits & 8) != 0),
    (SizeField.ClassNames[4], "Huge, 4 MP or more", SizeField.CreateTerm(4), bits => (bits & 16) != 0),
    ("none", "Unknown", new Term.SizeIs(null), bits => bits == 0))
{
    public override bool IsOffered => false;
}
