using Npgsql;
using Sovia.Curation;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;
using Sovia.Query.Terms;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>What lists read of annotations, against a plain look at annotations and posts.</summary>
public sealed class AnnotationRowTests(SoviaHost host) : HostTest(host)
{
    private static readonly string[] Tags = ["sea", "Red Sky", "boat", "none"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task lists_orders_and_facets_follow_decisions_and_imports(int seed)
    {
        var random = new RandomTerms(seed);
        var dice = new Random(seed);
        var families = Enumerable.Range(0, 40).Select(_ => random.Family()).ToList();
        await StoreAsync([.. families.SelectMany(posts => posts)]);
        for (var round = 0; round < 3; round++)
        {
            foreach (var post in families.SelectMany(posts => posts).Where(post => !post.IsStub).Where(_ => dice.Next(3) == 0))
                await ChangeAsync(Random(dice), post.Id);
            // What sources say changes too, and posts come and go.
            var at = dice.Next(families.Count);
            families[at] =
                [.. families[at].Select(post => post with { Liked = !post.Liked, LikedSeenAt = DateTimeOffset.UtcNow.AddDays(1) })];
            await StoreAsync([.. families[at]]);
            await CompareAsync(families, random, dice);
        }
    }

    [Fact]
    public async Task a_click_writes_no_post_no_family_and_no_words()
    {
        var still = Make.Still(prompt: "a heron");
        await StoreAsync(still, Make.Clip(still));
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        var before = await RowsAsync(source);
        await ChangeAsync(new() { Liked = true, Rating = 5, AddTags = ["sea"], Note = "n" }, still.Id);
        Assert.Equal(before, await RowsAsync(source));
    }

    [Fact]
    public async Task the_rows_follow_the_rule_of_likes()
    {
        var seen = DateTimeOffset.UtcNow;
        Post[] posts =
            [.. new[] { -1, 1 }
                .SelectMany(hours => new bool?[] { true, false,
                    null }.Select(liked => Make.Still() with { Liked = liked, LikedSeenAt = liked is null ? null
                        : seen.AddHours(hours) }))];
        await StoreAsync(posts);
        foreach (var isLiked in new[] { true, false })
        {
            await ChangeAsync(new() { Liked = isLiked }, [.. posts.Select(post => post.Id)]);
            var annotations = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
            foreach (var post in posts)
                Assert.Equal(LikeRule.IsLiked(post, annotations[post.Id]),
                    (await WithAsync((ReadLikeState read) => read.ReadAsync(post.Id, default)))!.Liked);
        }
    }

    private async Task CompareAsync(List<IReadOnlyList<Post>> families, RandomTerms random, Random dice)
    {
        var posts = families.SelectMany(members => members).Where(post => !post.IsStub).ToList();
        var annotations = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
        var alone = posts.ConvertAll(post => AnnotatedRows.BuildRow(IndexRowBuilder.BuildPost(post), [post], annotations));
        var stacks =
            families.ConvertAll(members => AnnotatedRows.BuildRow(IndexRowBuilder.BuildFamily(FamilyBuilder.Build(members), members),
                members,
                annotations));
        foreach (var address in AnnotatedRows.Addresses)
            foreach (var unit in new[] { "family", "post" })
            {
                var (query, messages) = LibraryQuery.Parse($"{address}&unit={unit}", Make.Start);
                Assert.Empty(messages);
                Assert.True(query.Search.IsValid, query.Search.Text);
                var rows = unit == "post" ? alone : stacks;
                var right = rows.Where(row => TermEvaluator.Matches(query.Term, row)).Select(row => row.Id).Order();
                Assert.Equal((address, unit, string.Join(' ', right)),
                    (address, unit, string.Join(' ', (await WalkAsync(ResolvedQuery.From(query))).Order())));
                Assert.Equal(right.Count(), await WithAsync((CountMatches count) => count.CountAsync(ResolvedQuery.From(query), default)));
                var counts = await WithAsync((CountFacets count) => count.CountAsync(query, default));
                Assert.Equal(right.Count(), counts.Total);
                foreach (var value in counts.Values.SelectMany(facet => facet))
                    Assert.Equal((address, unit, value.Facet.Parameter, value.Value, AnnotatedRows.Count(rows, query, value)),
                        (address, unit, value.Facet.Parameter, value.Value, value.Count));
            }
        for (var i = 0; i < 60; i++)
        {
            var term = new Term.AllOf([random.Term(), AnnotatedRows.CreateTerm(dice)]);
            Assert.Equal(stacks.Where(row => TermEvaluator.Matches(term, row)).Select(row => row.Id).Order(),
                (await WalkAsync(new(term, $"{Guid.NewGuid()}"))).Order());
            Assert.Equal(alone.Where(row => TermEvaluator.Matches(term, row)).Select(row => row.Id).Order(),
                (await WalkAsync(new(term, $"{Guid.NewGuid()}", Unit: ListUnit.Post))).Order());
        }
    }

    private static Change Random(Random dice) => dice.Next(6) switch
    {
        0 => new() { Liked = dice.Next(2) == 0 },
        1 => new() { Rating = dice.Next(6) },
        2 => new() { AddTags = [Tags[dice.Next(Tags.Length)]] },
        3 => new() { RemoveTags = [Tags[dice.Next(Tags.Length)]], Rating = dice.Next(6) },
        4 => new() { Note = dice.Next(2) == 0 ? "" : "For Print" },
        _ => new() { Tags = [.. Tags.Where(_ => dice.Next(2) == 0)], Liked = dice.Next(2) == 0 },
    };

    private static async Task<string> RowsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("""
            select string_agg(row, ' ' order by row) from (
                select format('post %s %s', id, xmin) as row from sovia.mt_doc_post union all select format('family %s %s', id, xmin) from sovia.mt_doc_family
                union all select format('index %s %s', id, xmin) from sovia.post_index union all select format('index %s %s', id, xmin) from sovia.family_index
                union all select format('words %s %s', word, xmin) from sovia.library_word union all select format('change %s', id) from sovia.library_word_change
                union all select format('version %s', version) from sovia.library_version) as rows
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
