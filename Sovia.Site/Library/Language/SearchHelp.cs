using System.Collections.Immutable;
using Sovia.Query;

namespace Sovia.Library.Language;

/// <summary>What the help sheet shows. Every example is a search that works.</summary>
public static class SearchHelp
{
    /// <summary>The language by example, from simple to less so.</summary>
    public static ImmutableArray<SearchExample> Examples { get; } =
    [
        new("dragon castle", "Both words, in any order, in any prompt of a family; dragons and castles are found too."),
        new("=dragon", "The word as written, and no other form of it."),
        new("\"red dragon\"", "These words one behind the other, exactly as written."),
        new("drag*", "Words that begin so."),
        new("dragon -night", "The one without the other."),
        new("-\"red dragon\" castle", "A phrase, a group or a metatag can be left out like a word."),
        new("dragon or castle", "Either; “or”, “OR” and “|” are the same."),
        new("(dragon or castle) night", "Parentheses say what belongs together; without them, “or” parts more than a space joins."),
        new("type:video", "Videos, and families that have any; type:image likewise."),
        new("cover:video -type:image", "Families with a video as their cover and no image at all."),
        new("model:imagine_h_1,imagine_xdit_1", "With commas, any of several values."),
        new("mode:none", "What no mode is known of."),
        new("liked:true -liked:unknown", "What you liked; true, false or unknown."),
        new("date:2025-10", "Made in a month of your time zone; a year or a day works as well."),
        new("date:2025-10-01..2025-10-18", "From one day to another, both included."),
        new("date:>2025-09", "After the end of that month."),
        new("date:week", "Made in the last seven days; also today, yesterday, month, year and 30d."),
        new("date:none", "What nobody knows the date of."),
        new("videos:>5", "Families of more than five videos."),
        new("videos:0 images:2..", "Counts take ranges: 1..3, ..3, 3.., >3, >=3, <3, <=3."),
        new("items:1,4", "Families of one member or of four."),
        new("prompt:none", "What nobody wrote a word about."),
        new("is:missing", "What has a file that is not on this machine."),
        new("is:uploaded,derived", "What was uploaded, or made by editing something else."),
        new("has:video -has:prompt", "What has at least one of a thing."),
        new("size:portrait", "Which way it lies; portrait, landscape, square, or a size such as 1024x1536."),
        new("seed:1234567", "What was made from a seed, as far as a file names one."),
        new("host:assets.grok.com", "What lies on a host."),
        new("id:0d5f", "Posts whose id begins so; four digits are the fewest."),
        new("import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "What came in with an import."),
        .. Field.All.SelectMany(field => field.Help),
    ];
}
