using Sovia.Import;

namespace Sovia.Tests.Import;

public sealed class OutcomeTableTests
{
    [Fact]
    public void the_table_matches_a_dictionary()
    {
        var random = new Random(7);
        var (table, dictionary, ids) = (new OutcomeTable(), new Dictionary<Guid, PostOutcome>(), new List<Guid>());
        for (var i = 0; i < 200_000; i++)
        {
            if (ids.Count == 0 || random.Next(3) > 0) ids.Add(new(i, (short)random.Next(4), 0, 0, 0, 0, 0, 0, 0, 0, (byte)random.Next(2)));
            var (id, outcome) = (ids[random.Next(ids.Count)], (PostOutcome)random.Next(4));
            table.Set(id, outcome);
            dictionary[id] = outcome;
        }
        Assert.True(dictionary.Count > 50_000);
        foreach (var id in ids) Assert.Equal(dictionary.TryGetValue(id, out var outcome) ? outcome : null, table[id]);
        Assert.Null(table[Guid.Empty]);
    }

    [Fact]
    public void an_empty_table_contains_nothing() => Assert.Null(new OutcomeTable()[Guid.NewGuid()]);
}
