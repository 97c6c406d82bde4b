using System.Collections.Immutable;

namespace Sovia.Curation;

/// <summary>A field of an annotation, with its comparison and its copy operation.</summary>
/// <param name="Name">The name in batches and in the API.</param>
/// <param name="AreEqual">Returns whether two annotations have the same value in this field.</param>
/// <param name="Copy">Returns the first annotation with this field's value from the second.</param>
public sealed record AnnotationField(string Name, Func<Annotation, Annotation, bool> AreEqual,
    Func<Annotation, Annotation, Annotation> Copy)
{
    /// <summary>The name of the tags field.</summary>
    public const string Tags = "tags";

    /// <summary>The name of the collections field.</summary>
    public const string Collections = "collections";

    /// <summary>The name of the field for expiry from the trash.</summary>
    public const string Expired = "expired";

    /// <summary>All fields. A new property of <see cref="Annotation"/> needs a line here.</summary>
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

    /// <summary>Returns whether a change of the named field can remove a post from lists or return it to them.</summary>
    public static bool ChangesVisibility(string name) => name is "hidden" or "trashed" or Expired;

    /// <summary>Returns the field with this name.</summary>
    public static AnnotationField Get(string name) => All.First(field => field.Name == name);

    /// <summary>Returns the fields in which two annotations differ.</summary>
    public static ImmutableArray<AnnotationField> GetDifferences(Annotation one, Annotation other) =>
        [.. All.Where(field => !field.AreEqual(one, other))];

    /// <summary>Returns an empty annotation with only the given fields copied from another.</summary>
    public static Annotation CopyOnly(Annotation of, IEnumerable<AnnotationField> fields) =>
        fields.Aggregate(new Annotation { Id = of.Id }, (part, field) => field.Copy(part, of));
}
