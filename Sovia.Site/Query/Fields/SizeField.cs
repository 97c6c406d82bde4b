using System.Collections.Immutable;
using System.Globalization;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>How large it is, or which way it lies.</summary>
internal static class SizeField
{
    public static readonly Field Field = new("size") { Metatags = [new SizeTag()] };
}

/// <summary><c>size:</c> how large it is, or which way it lies.</summary>
internal sealed class SizeTag : IMetatag
{
    private const string None = "none";

    public string Name => "size";

    public string Help => "Its width and height in pixels, or those of any member of its family, or which way it lies; none where no size is known.";

    public ImmutableArray<string> Examples => ["size:portrait", "size:1024x1536", "size:none"];

    public ImmutableArray<string> Values => ["portrait", "landscape", "square", None];

    public ItemReading Read(ValueItem item, LocalCalendar calendar)
    {
        var text = item.Text.ToLowerInvariant();
        if (text == None) return new(new Term.SizeIs(null), None);
        if (Values.Contains(text)) return new(new Term.ShapeIs(Enum.Parse<FrameShape>(text, ignoreCase: true)), text);
        // The sign between the numbers is an x, or the one that books use.
        return text.Split('x', '×') is [var width, var height] && Pixels(width) is { } w && Pixels(height) is { } h
            ? new(new Term.SizeIs(new FrameSize(w, h)), string.Create(CultureInfo.InvariantCulture, $"{w}x{h}"))
            : ItemReading.Wrong($"“{Name}:” takes a width and a height, and “{Signs.Cut(item.Text, 40)}” is none; write {string.Join(" or ", Examples)}.");
    }

    private static int? Pixels(string text) => text.Length <= 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
