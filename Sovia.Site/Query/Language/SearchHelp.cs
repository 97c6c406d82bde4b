using System.Collections.Immutable;

namespace Sovia.Query.Language;

/// <summary>The content of the search help. Every example is a working search.</summary>
public static class SearchHelp
{
    /// <summary>Examples of the search language, simple ones first.</summary>
    public static ImmutableArray<SearchExample> Examples { get; } =
    [
        new("dragon castle", "Both words, in any order, in any prompt in the stack. Also finds \"dragons\" and \"castles\"."),
        new("=dragon", "Exactly this word, no other forms."),
        new("\"red dragon\"", "This exact phrase."),
        new("drag*", "Words starting with \"drag\"."),
        new("dragon -night", "\"dragon\" but not \"night\"."),
        new("-\"red dragon\" castle", "You can also exclude phrases, groups and filters."),
        new("dragon or castle", "Either word. “or”, “OR” and “|” all work."),
        new("(dragon or castle) night", "Parentheses group terms. Without them, words joined by a space are grouped first."),
        new("type:video", "Videos, and stacks that contain one. type:image works the same way."),
        new("cover:video -type:image", "Stacks with a video as their cover and no image."),
        new("model:imagine_h_1,imagine_xdit_1", "Any of several values, separated by commas."),
        new("mode:none", "No known mode."),
        new("liked:true -liked:unknown", "Liked items. Use true, false or unknown."),
        new("date:2025-10", "Made in this month, in your time zone. A year or a day works too."),
        new("date:2025-10-01..2025-10-18", "From one day to another, both included."),
        new("date:>2025-09", "After the end of that month."),
        new("date:week", "Made in the last seven days. Also today, yesterday, month, year and 30d."),
        new("date:none", "No known date."),
        new("videos:>5", "Stacks with more than five videos."),
        new("videos:0 images:2..", "Counts take ranges: 1..3, ..3, 3.., >3, >=3, <3, <=3."),
        new("items:1,4", "Stacks with one or four items."),
        new("prompt:none", "No prompt."),
        new("is:missing", "Files missing from your server."),
        new("is:uploaded,derived", "Uploaded, or made by editing another item."),
        new("has:video -has:prompt", "Contains a video and no prompt."),
        new("size:portrait", "Orientation (portrait, landscape, square) or a size such as 1024x1536."),
        new("seed:1234567", "Made with this seed, if the file records it."),
        new("host:assets.grok.com", "Files hosted at assets.grok.com."),
        new("id:0d5f", "IDs starting with these digits (at least four)."),
        new("import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "Added or updated by this import."),
        new("owner:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "Made by the account with this ID."),
        .. Field.All.SelectMany(field => field.Help),
    ];
}
