using System.Globalization;
using Sovia.Library;
using Sovia.Library.Language;

namespace Sovia.Pages.Posts;

/// <summary>Everything known about a post, as lines to read. What nobody stated is left out, but for the like.</summary>
public static class Facts
{
    /// <summary>What it is and how it was made.</summary>
    public static IEnumerable<Fact> About(Post post)
    {
        yield return new("Kind", KindName.Of(post.Kind));
        if (post.Title is { } title) yield return new("Title", title);
        if (post.Model is { } model) yield return new("Model", ModelName.Friendly(model) ?? model) { Title = model };
        if (post.Mode is { } mode) yield return new("Mode", mode);
        if (post.CreatedAt is { } at) yield return new("Created", "") { At = at };
        if (post.Size is { } size) yield return new("Size", $"{Number(size.Width)} × {Number(size.Height)} px");
        if (post.FileWords is { Seed: { } seed }) yield return Code("Seed", seed) with { Address = $"/?search={Uri.EscapeDataString($"seed:{ValueItem.Written(seed)}")}" };
        if ((post.Duration ?? post.File?.Duration) is { } seconds) yield return new("Duration", $"{Number(seconds)} s");
        if (post.ResolutionName is { } resolution) yield return new("Resolution", resolution);
        if (post.Derivation is { } derivation) yield return new("Derivation", derivation);
        if (post.ExtendsFrom is { } from) yield return new("Extends from", $"{Number(from)} s");
        if (post.MimeType is { } mime) yield return new("Type", mime);
        yield return new("Liked", post.Liked switch { true => "Yes", false => "No", null => "Never stated" });
        foreach (var flag in Flags(post)) yield return flag;
    }

    /// <summary>Whom it belongs to and what it hangs together with.</summary>
    public static IEnumerable<Fact> Ties(Post post)
    {
        yield return Code("Id", post.Id.ToString());
        if (post.ParentId is { } parent) yield return Code("Made from", parent.ToString()) with { Address = $"/posts/{parent}" };
        foreach (var reference in post.References) yield return Code("Reference", reference.ToString()) with { Address = $"/posts/{reference}" };
        if (post.OwnerId is { } owner) yield return Code("Owner", owner.ToString());
        if (post.ConversationId is { } conversation) yield return Code("Conversation", conversation);
    }

    /// <summary>Where its bytes were on the maker's servers: text to read and copy, never a source of this page.</summary>
    public static IEnumerable<Fact> Addresses(Post post)
    {
        (string Name, string? Url)[] single =
        [
            ("Media", post.MediaUrl), ("Thumbnail", post.ThumbnailUrl), ("Last frame", post.LastFrameUrl),
            ("720p", post.HdUrl), ("1080p", post.Hd1080Url), ("Watermarked", post.WatermarkedUrl),
        ];
        return single.Concat(post.AudioUrls.Select(url => ("Sound", (string?)url)))
            .Where(item => item.Item2 is not null)
            .Select(item => Code(item.Item1, item.Item2!));
    }

    private static IEnumerable<Fact> Flags(Post post)
    {
        (string Name, bool? Stated)[] flags =
        [
            ("Moderated", post.Moderated), ("For adults", post.Restricted), ("Uploaded", post.Uploaded), ("Watermarked", post.Watermarked),
        ];
        return flags.Where(flag => flag.Stated is not null).Select(flag => new Fact(flag.Name, flag.Stated == true ? "Yes" : "No"));
    }

    private static Fact Code(string name, string value) => new(name, value) { IsCode = true };

    private static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
