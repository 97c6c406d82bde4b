using Sovia.Index;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by video duration.</summary>
internal static class DurationField
{
    public static Term NoDuration => new Term.Negation(new Term.HasMediaClass(MediaClasses.AllDurationBits));

    public static readonly Field Field = new("duration")
    {
        Metatags = [new DurationMetatag()],
        Help = [new("duration:12-20,20-60", "Videos of 12 seconds to a minute.")],
        Facet = new DurationFacet(),
    };

    public static Term CreateTerm(int number) => new Term.HasMediaClass(MediaClasses.GetDurationBit(number));
}

/// <summary>The <c>duration:</c> metatag.</summary>
internal sealed class DurationMetatag() : ChoiceMetatag("duration",
    "Duration of any video in the stack, in seconds: from the first number to just below the second. Use none for unknown.",
    ("0-5", DurationField.CreateTerm(0)),
    ("5-8", DurationField.CreateTerm(1)),
    ("8-12", DurationField.CreateTerm(2)),
    ("12-20", DurationField.CreateTerm(3)),
    ("20-60", DurationField.CreateTerm(4)),
    ("60+", DurationField.CreateTerm(5)),
    ("none", DurationField.NoDuration));

/// <summary>Duration classes: a family counts in the class of each of its videos.</summary>
internal sealed class DurationFacet() : ChoiceFacet("duration", "Duration", "x.classes >> 8", 1 << MediaClasses.DurationCount,
    ("0-5", "Under 5 seconds", DurationField.CreateTerm(0), bits => (bits & 1) != 0),
    ("5-8", "5 to 8 seconds", DurationField.CreateTerm(1), bits => (bits & 2) != 0),
    ("8-12", "8 to 12 seconds", DurationField.CreateTerm(2), bits => (bits & 4) != 0),
    ("12-20", "12 to 20 seconds", DurationField.CreateTerm(3), bits => (bits & 8) != 0),
    ("20-60", "20 to 60 seconds", DurationField.CreateTerm(4), bits => (bits & 16) != 0),
    (OpenEndedValue, "A minute or more", DurationField.CreateTerm(5), bits => (bits & 32) != 0),
    ("none", "Unknown", DurationField.NoDuration, bits => bits == 0))
{
    private const string OpenEndedValue = "60+";

    public override bool IsOffered => false;

    // An unescaped plus in a URL is decoded as a space.
    public override string? ParseValue(Sovia.Query.Language.ValueItem item) => item.Text == "60" ? OpenEndedValue : base.ParseValue(item);
}
