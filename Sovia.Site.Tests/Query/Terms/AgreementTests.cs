using Npgsql;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Library.Writing;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Query.Terms;

/// <summary>What PostgreSQL finds is what a plain look at every row finds.</summary>
public sealed class AgreementTests(SoviaHost host) : HostTest(host)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task sql_and_plain_evaluation_of_a_term_find_the_same(int seed)
    {
        var random = new RandomTerms(seed);
        var families = Enumerable.Range(0, 60).Select(_ => random.Family()).ToList();
        await StoreAsync([.. families.SelectMany(posts => posts)]);
        var rows = families.ConvertAll(posts => IndexRowBuilder.BuildFamily(FamilyBuilder.Build(posts), posts));
        var alone = families.SelectMany(posts => posts).Select(post => IndexRowBuilder.BuildPost(post)).ToList();
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        for (var i = 0; i < 300; i++)
        {
            var term = random.Term();
            Assert.Equal(Ids(rows, term), await FindAsync(source, term, ofPosts: false));
            Assert.Equal(Ids(alone, term), await FindAsync(source, term, ofPosts: true));
        }
    }

    [Fact]
    public async Task ids_are_found_whole_and_by_their_beginning_in_any_member()
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip, Make.Still());
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        var begin = clip.Id.ToString()[..8];
        var term = new Term.IdBetween(new($"{begin}-0000-0000-0000-000000000000"), new($"{begin}-ffff-ffff-ffff-ffffffffffff"));
        Assert.Equal([still.Id], await FindAsync(source, term, ofPosts: false));
        Assert.Equal([clip.Id], await FindAsync(source, term, ofPosts: true));
        Assert.Equal([still.Id], await FindAsync(source, new Term.IdBetween(clip.Id, clip.Id), ofPosts: false));
    }

    [Fact]
    public async Task facet_counts_match_plain_evaluation()
    {
        var random = new RandomTerms(7);
        var families = Enumerable.Range(0, 80).Select(_ => random.Family()).ToList();
        await StoreAsync([.. families.SelectMany(posts => posts)]);
        var stacks = families.ConvertAll(posts => IndexRowBuilder.BuildFamily(FamilyBuilder.Build(posts), posts));
        var alone = families.SelectMany(posts => posts).Select(post => IndexRowBuilder.BuildPost(post)).ToList();
        foreach (var address in new[] { "", "type=video", "type=-video", "type=image&liked=true", "type=video,-image&mode=custom",
            "unit=post&type=video", "liked=true&model=imagine_h_1", "search=dragon&mode=-custom", "videos=2-5&prompt=any&month=2025-10" })
        {
            var (query, _) = LibraryQuery.Parse(address, Make.Start);
            var rows = query.Unit == ListUnit.Post ? alone : stacks;
            var counts = await WithAsync<CountFacets, FacetCounts>(count => count.CountAsync(query, default));
            Assert.Equal(rows.Count(row => TermEvaluator.Matches(query.Term, row)), counts.Total);
            Assert.All(counts.Values.SelectMany(facet => facet), value =>
            {
                var others = new Term.AllOf([query.Search.Term, .. query.Choices.Where(choice => choice.Facet != value.Facet)
                    .Select(choice => choice.ToTerm(query.Zone)), value.Facet.ToTerm(value.Value, query.Zone)]);
                Assert.Equal((value.Value, rows.Count(row => TermEvaluator.Matches(others, row))), (value.Value, value.Count));
            });
        }
    }

    [Fact]
    public async Task changed_and_deleted_posts_are_found_in_their_current_state()
    {
        var still = Make.Still(prompt: "a heron");
        await StoreAsync(still);
        await StoreAsync(still with { Prompt = "a stork" });
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        Assert.Empty(await FindAsync(source, new Term.Word("heron", true), ofPosts: false));
        Assert.Equal([still.Id], await FindAsync(source, new Term.Word("stork", true), ofPosts: true));
        await using var session = Host.Store.LightweightSession();
        session.Delete<Post>(still.Id);
        await session.SaveChangesAsync();
        await RefreshFamilies.RefreshAsync(session, [], [still.Id], default);
        await session.SaveChangesAsync();
        Assert.Empty(await FindAsync(source, Term.Everything, ofPosts: false));
        Assert.Empty(await FindAsync(source, Term.Everything, ofPosts: true));
    }

    private static Guid[] Ids(IEnumerable<IndexRow> rows, Term term) =>
        [.. rows.Where(row => TermEvaluator.Matches(term, row)).Select(row => row.Id).Order()];

    private static async Task<Guid[]> FindAsync(NpgsqlDataSource source, Term term, bool ofPosts)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = "*DEFAULT*" });
        var where = new TermSql(command.Parameters) { ListsPosts = ofPosts }.BuildCondition(term);
        command.CommandText = $"select x.id from sovia.{(ofPosts ? "post_index" : "family_index")} x where x.tenant_id = $1 and {where}";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Guid>();
        while (await reader.ReadAsync()) found.Add(reader.GetGuid(0));
        return [.. found.Order()];
    }
}
