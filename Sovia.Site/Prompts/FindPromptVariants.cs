using Npgsql;
using NpgsqlTypes;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Finds prompts that differ little from a given prompt.</summary>
public sealed class FindPromptVariants(NpgsqlDataSource source, CurrentTenant tenant)
{
    /// <summary>The maximum number of variants.</summary>
    public const int MaxVariants = 12;

    private const int MaxCandidates = 120, MaxNeighbours = 12;

    // Candidates share a MinHash band or are adjacent in the alphabet, because a short prompt and its longer continuation share too few
    // words for a band.
    private const string Sql = $"""
        (select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and x.bands && $2 and x.key <> $3
            order by (select count(*) from unnest(x.bands) as one (band) where one.band = any($2)) desc, x.key limit 120)
        union (select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and x.by_text >= $4 and x.key <> $3 order by x.by_text, x.by_recent, x.key limit 12)
        union (select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and x.by_text < $4 order by x.by_text desc, x.by_recent desc, x.key desc limit 12)
        """;

    /// <summary>Returns the variants with at most half of the words changed, nearest first.</summary>
    public async Task<IReadOnlyList<PromptVariant>> FindAsync(PromptEntry prompt, CancellationToken ct)
    {
        var words = AnalyzedText.Analyze(prompt.Text).Words;
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = MinHashBands.Compute(words), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = prompt.Key });
        command.Parameters.Add(new() { Value = prompt.ByText });
        var variants = new List<PromptVariant>(MaxCandidates + (2 * MaxNeighbours));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var entry = PromptEntry.FromReader(reader);
            var entryWords = AnalyzedText.Analyze(entry.Text).Words;
            // At least one, because a single word may be half of a short prompt.
            var limit = Math.Max(1, Math.Max(words.Count, entryWords.Count) / 2);
            if (WordEditDistance.Compute(words, entryWords, limit) is var distance && distance <= limit) variants.Add(new(entry, distance));
        }
        return [.. variants.OrderBy(variant => variant.WordDistance).ThenByDescending(variant => variant.Entry.Uses)
            .ThenBy(variant => variant.Entry.Key).Take(MaxVariants)];
    }
}
