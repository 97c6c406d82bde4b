using System.Globalization;
using Sovia.Curation;
using Sovia.Pages.Posts;
using Sovia.Web;

namespace Sovia.Pages.Compare;

/// <summary>One detail of the compared posts.</summary>
/// <param name="Name">The name of the detail.</param>
/// <param name="Cells">The detail of each post, in the order of the panes; null if the post has none.</param>
public sealed record ComparisonRow(string Name, IReadOnlyList<PostDetail?> Cells)
{
    /// <summary>Whether the values differ. A missing value differs from any other.</summary>
    public bool Differs { get; } = Cells.Select(cell => (cell?.Value, cell?.Time)).Distinct().Count() > 1;

    /// <summary>Returns all details that at least one post has.</summary>
    /// <param name="panes">The shown posts.</param>
    /// <param name="zone">The time zone of the day that a date links to.</param>
    public static IReadOnlyList<ComparisonRow> FromPanes(IReadOnlyList<Pane> panes, TimeZoneInfo zone)
    {
        var columns = panes.Select(pane => GetDetails(pane, zone).GroupBy(detail => detail.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, JoinValues, StringComparer.Ordinal)).ToList();
        var positionsByName = columns.SelectMany(column => column.Keys.Select((name, at) => (name, at)))
            .GroupBy(entry => entry.name, entry => entry.at, StringComparer.Ordinal);
        return [.. positionsByName.OrderBy(group => group.Min())
            .Select(group => new ComparisonRow(group.Key, [.. columns.Select(column => column.GetValueOrDefault(group.Key))]))];
    }

    private static IEnumerable<PostDetail> GetDetails(Pane pane, TimeZoneInfo zone) =>
    [
        .. Posts.PostDetails.GetProperties(pane.Post, zone), .. GetFileDetails(pane), .. GetAnnotationDetails(pane.ComparedPost.Annotation),
        .. Posts.PostDetails.GetRelations(pane.Post),
        .. pane.File?.Embedded is { } embedded ? EmbeddedDetails.Create(embedded)
        .Select(postDetail => postDetail with { Name = $"Embedded: {postDetail.Name}" }) : [],
    ];

    private static IEnumerable<PostDetail> GetFileDetails(Pane pane)
    {
        var post = pane.Post;
        if (pane.FrameRate is { } rate) yield return new("Frame rate", FormatNumber(rate, "0.###", "fps"));
        if (post.Size is { } size) yield return new("Megapixels", FormatNumber((long)size.Width * size.Height / 1e6, "0.0", "MP"));
        if (post.File is not { } file) yield break;
        yield return new("File size", ByteSize.Format(file.Length));
        yield return new("File format", file.Mime);
        yield return new("Content (SHA-256)", file.Sha256) { IsCode = true };
    }

    private static IEnumerable<PostDetail> GetAnnotationDetails(Annotation annotation)
    {
        if (annotation.Rating is { } rating) yield return new("Rating", new string('★', rating));
        if (annotation.Tags is { Count: > 0 } tags) yield return new("Tags", string.Join(", ", tags));
        if (annotation.Note is { } note) yield return new("Note", note);
    }

    private static string FormatNumber(double value, string format, string unit) => $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";

    private static PostDetail JoinValues(IEnumerable<PostDetail> group)
    {
        var details = group.ToList();
        return details.Count == 1 ? details[0] : details[0] with { Value = string.Join(", ", details.Select(d => d.Value)), Url = null };
    }
}
