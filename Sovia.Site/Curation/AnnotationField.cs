using System.Collections.Immutable;

namespace Sovia.Curation;

/// <summary>One thing that can be decided about a post: how two decisions compare, and how one is carried over.</summary>
/// <param name="Name">As batches and the API call it.</param>
/// <param name="AreEqual">Whether two annotations agree in it.</param>
/// <param name="Copy">The first with what the second says of it.</param>
public sealed record AnnotationField(string Name, Func<Annotation, Annotation, bool> AreEqual,
    Func<Annotation, Annotation, Annotation> Copy)
{
    /// <summary>The name of the one for tags.</summary>
    public const string Tags = "tags";

    /// <summary>The name of the one for collections.</summary>
    public const string Collections = "collections";

    /// <summary>The name of the one for having left the trash when its time was up.</summary>
    public const string Expired = "expired";

    /// <summary>All of them. A new property of <see cref="Annotation"/> is a line here.</summary>
    public static readonly ImmutableArray<AnnotationField> All =
    [
        new("liked", (x, y) => x.Liked == y.Liked && x.LikedAt == y.LikedAt, (to, from) =>
            to with { Liked = from.Liked, LikedAt = from.LikedAt }),
        new("rating", (x, y) => x.Rating == y.Rating, (to, from) => to with { Rating = from.Rating }),
        new(Tags, (x, y) => (x.Tags ?? []).SequenceEqual(y.Tags ?? [], StringComparer.Ordinal), (to, from) => to with { Tags = from.Tags }),
        new(Collections, (x, y) => (x.Collections ?? []).SequenceEqual(y.Collections ?? []), (to, from) =>
            to with { Collections = from.Collections }),
        new("note", (x, y) => x.Note == y.Note, (to, from) => to with { Note = from.Note }),
        new("title", (x, y) => x.Title == y.Title, (to, from) => to with { Title = from.Title }),
        new("hidden", (x, y) => x.Hidden == y.Hidden, (to, from) => to with { Hidden = from.Hidden }),
        new("trashed", (x, y) => x.TrashedAt == y.TrashedAt, (to, from) => to with { TrashedAt = from.TrashedAt }),
        new(Expired, (x, y) => x.ExpiredAt == y.ExpiredAt, (to, from) => to with { ExpiredAt = from.ExpiredAt }),
    ];

    /// <summary>Whether a change of the field of this name moves a post out of lists or back.</summary>
    public static bool MovesPosts(string name) => name is "hidden" or "trashed" or Expired;

    /// <summary>The one of a name.</summary>
    public static AnnotationField Get(string name) => All.First(field => field.Name == name);

    /// <summary>The fields in which two annotations differ.</summary>
    public static ImmutableArray<AnnotationField> GetDifferences(Annotation one, Annotation other) =>
        [.. All.Where(field => !field.AreEqual(one, other))];

    /// <summary>An annotation that says nothing but what another says in some fields.</summary>
    public static Annotation CopyOnly(Annotation of, IEnumerable<AnnotationField> fields) =>
        fields.Aggregate(new Annotation { Id = of.Id }, (part, field) => field.Copy(part, of));
}
