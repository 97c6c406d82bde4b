using System.Globalization;
using Sovia.Curation;
using Sovia.Pages.Posts;

namespace Sovia.Pages.Compare;

/// <summary>One detail of the compared posts.</summary>
/// <param name="Name">The name of the detail.</param>
/// <param name="Cells">Its value for each post, in the order of the panes; null if the post has none.</param>
public sealed record ComparisonRow(string Name, IReadOnlyList<PostDetail?> Cells)
{
    /// <summary>Whether the values differ. A missing value differs from any other.</summary>
    public bool Differs { get; } = Cells.Select(cell => (cell?.Value, cell?.Time)).Distinct().Count() > 1;

    /// <summary>Returns all details that at least one post has.</summary>
    /// <param name="panes">The shown posts.</param>
    /// <param name="zone">The time zone of the day that a date links to.</param>
    public static IReadOnlyList<ComparisonRow> FromPanes(IReadOnlyList<Pane> panes, TimeZoneInfo zone)
    {
        var columns = panes.Select(pane => Facts(pane, zone).GroupBy(postDetail => postDetail.Name, StringComparer.Ordinal)
            .ToDictionary(said => said.Key, Joined, StringComparer.Ordinal)).ToList();
        var names = columns.SelectMany(column => column.Keys.Select((name, at) => (name, at)))
            .GroupBy(one => one.name, one => one.at, StringComparer.Ordinal);
        return [.. names.OrderBy(name => name.Min())
            .Select(name => new ComparisonRow(name.Key, [.. columns.Select(column => column.GetValueOrDefault(name.Key))]))];
    }

    private static IEnumerable<PostDetail> Facts(Pane pane, TimeZoneInfo zone) =>
    [
        .. Posts.PostDetails.GetProperties(pane.Post, zone), .. File(pane), .. Decided(pane.ComparedPost.Annotation),
        .. Posts.PostDetails.GetRelations(pane.Post),
        .. pane.File?.Embedded is { } embedded ? EmbeddedDetails.Create(embedded)
        .Select(postDetail => postDetail with { Name = $"Embedded: {postDetail.Name}" }) : [],
    ];

    private static IEnumerable<PostDetail> File(Pane pane)
    {
        var post = pane.Post;
        if (pane.FrameRate is { } rate) yield return new("Frame rate", Number(rate, "0.###", "fps"));
        if (post.Size is { } size) yield return new("Megapixels", Number((long)size.Width * size.Height / 1e6, "0.0", "MP"));
        if (post.File is not { } file) yield break;
        yield return new("File size", Number(file.Length / 1e6, "#,0.00", "MB"));
        yield return new("File type", file.Mime);
        yield return new("Content (SHA-256)", file.Sha256) { IsCode = true };
    }

    private static IEnumerable<PostDetail> Decided(Annotation annotation)
    {
        if (annotation.Rating is { } stars) yield return new("Rating", new string('★', stars));
        if (annotation.Tags is { Count: > 0 } tags) yield return new("Tags", string.Join(", ", tags));
        if (annotation.Note is { } note) yield return new("Note", note);
    }

    private static string Number(double value, string form, string unit) => $"{value.ToString(form, CultureInfo.InvariantCulture)} {unit}";

    private static PostDetail Joined(IEnumerable<PostDetail> said)
    {
        var all = said.ToList();
        return all.Count == 1 ? all[0] : all[0] with { Value = string.Join(", ", all.Select(postDetail => postDetail.Value)), Url = null };
    }
}
