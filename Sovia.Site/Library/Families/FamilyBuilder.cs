namespace Sovia.Library.Families;

/// <summary>Derives the card of a family from its posts.</summary>
public static class FamilyBuilder
{
    /// <summary>Builds a family. The order of the posts does not matter.</summary>
    /// <param name="posts">All members including the root; at least one.</param>
    public static Family Build(IReadOnlyCollection<Post> posts)
    {
        var byId = posts.ToDictionary(post => post.Id);
        var root = byId[posts.First().RootId];
        var nonStubs = posts.Where(post => !post.IsStub).OrderBy(post => post.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(post => post.Id)
            .ToList();
        var cover = root.IsStub && nonStubs.Count > 0 ? nonStubs[0] : root;
        var preview = nonStubs.Find(post => post.Kind == MediaKind.Video);
        var prompt = DisplayPrompt.Select(cover, byId);
        return new Family
        {
            Id = root.Id,
            SortAt = root.CreatedAt ?? cover.CreatedAt ?? DateTimeOffset.UnixEpoch,
            CreatedAt = root.CreatedAt ?? cover.CreatedAt,
            LatestAt = nonStubs.Max(post => post.CreatedAt),
            Kind = root.Kind,
            OwnerId = root.OwnerId,
            CoverId = cover.Id,
            CoverKind = cover.Kind,
            CoverUrl = cover.MediaUrl,
            CoverFile = cover.File,
            CoverWidth = cover.File?.Width ?? cover.Width,
            CoverHeight = cover.File?.Height ?? cover.Height,
            PreviewId = preview?.Id,
            PreviewUrl = preview?.MediaUrl,
            PreviewFile = preview?.File,
            Safe = nonStubs.Count(post => post.Safety == FileStatus.Safe),
            Images = nonStubs.Count(post => post.Kind == MediaKind.Image),
            Videos = nonStubs.Count(post => post.Kind == MediaKind.Video),
            Model = root.Model ?? nonStubs.Select(post => post.Model).FirstOrDefault(model => model is not null),
            Models = Distinct(nonStubs, post => post.Model),
            Modes = Distinct(nonStubs, post => post.Mode),
            Liked = nonStubs.Any(post => post.Liked == true) ? true : nonStubs.Any(post => post.Liked == false) ? false : null,
            Prompt = Shorten(prompt.Text),
            PromptSource = prompt.Source,
        };
    }

    private static List<string> Distinct(IEnumerable<Post> posts, Func<Post, string?> selector) =>
        [.. posts.Select(selector).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Cuts between whole characters, because an unpaired surrogate is not valid text.
    private static string? Shorten(string? text)
    {
        if (text is null || text.Length <= Family.MaxPromptLength) return text;
        var end = char.IsHighSurrogate(text[Family.MaxPromptLength - 2]) ? Family.MaxPromptLength - 2 : Family.MaxPromptLength - 1;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
