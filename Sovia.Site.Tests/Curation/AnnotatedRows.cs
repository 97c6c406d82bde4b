using Sovia.Curation;
using Sovia.Index;
using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Fields;
using Sovia.Query.Terms;

namespace Sovia.Tests.Curation;

/// <summary>Builds annotated rows from posts and annotations, and the queries to run on them.</summary>
internal static class AnnotatedRows
{
    public static readonly string[] Addresses =
    [
        "", "rating=5", "rating=4,none", "rating=-none", "tag=sea", "tag=-sea", "tag=none", "tag=sea,red sky", "liked=true", "liked=false",
        "liked=unknown", "liked=-true",
        "sort=rating", "sort=likes", "sort=rating&rating=5", "search=rating:>=3", "search=rating:<=3", "search=rating:<1",
        "search=rating:none", "search=tag:\"red sky\" or rating:5", "search=-tag:sea -rating:5",
        "search=has:note", "search=note:PRINT", "search=-note:any", "search=note:none tag:boat", "search=is:unrated is:untagged",
        "search=liked:true -has:tag", "sort=model&tag=sea", "sort=videos&rating=-5",
        "search=dragon rating:>2", "search=-dragon tag:none", "sort=date_asc&tag=boat", "sort=random&seed=3&tag=boat",
        "type=video&liked=true", "search=tag:none or liked:true", "search=-(tag:sea or rating:5)",
    ];

    public static Term CreateTerm(Random random) => (random.Next(6), random.Next(6)) switch
    {
        (0, var stars) => RatingField.CreateTerm(Math.Min(stars, 3), Math.Max(stars, 3)),
        (1, < 3) => TagField.CreateTerm("SEA"),
        (1, _) => TagField.CreateTerm(null),
        (2, _) => NoteField.CreateTerm("print"),
        (3, _) => new Term.Negation(TagField.CreateTerm("boat")),
        (4, _) => new Term.AnyOf([new Term.LikedIs(true), RatingField.CreateTerm(0, 0)]),
        _ => new Term.LikedIs(null),
    };

    public static IndexRow BuildRow(IndexRow row, IEnumerable<Post> posts, IReadOnlyDictionary<Guid, Annotation> annotations)
    {
        var members = posts.Where(post => !post.IsStub).Select(post => (Post: post, Annotation: annotations.GetValueOrDefault(post.Id)))
            .ToList();
        var likes = members.ConvertAll(member => LikeRule.IsLiked(member.Post, member.Annotation));
        return row with
        {
            Liked = likes.Contains(true) ? true : likes.Contains(false) ? false : null,
            Annotation = new AnnotationState(
                members.Max(member => member.Annotation?.Rating) ?? 0,
                [.. members.SelectMany(member => member.Annotation?.TagKeys ?? []).Distinct(StringComparer.Ordinal)],
                [.. members.SelectMany(member => member.Annotation?.Collections ?? []).Distinct()],
                string.Join('\n', members.Select(member => member.Annotation?.NoteKey).OfType<string>())),
        };
    }

    public static int Count(IEnumerable<IndexRow> rows, LibraryQuery query, FacetValue value)
    {
        var others = new Term.AllOf([query.Search.Term, .. query.Choices.Where(choice => choice.Facet != value.Facet)
            .Select(choice => choice.ToTerm(query.Zone)), value.Facet.ToTerm(value.Value, query.Zone)]);
        return rows.Count(row => TermEvaluator.Matches(others, row));
    }
}
