using System.IO.Pipelines;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage.Copying;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>
/// A row of the prompt table: aggregates of the posts made from a prompt, and its idea. A prompt with neither has no row.
/// </summary>
internal sealed record PromptRow(long Key, string Text, int Uses, int Families, int Roots, long? First, long? Last, long Newest, int Likes,
    short ByRating, Guid[] Covers, string[] Models, string[] Modes, Idea? Idea)
{
    /// <summary>The columns, in the order of <see cref="EncodeAsync"/>.</summary>
    public static readonly string[] Columns =
    [
        "tenant_id", "key", "text", "by_text", "by_uses", "families", "roots", "by_recent", "first_age", "last_age", "by_likes",
        "by_rating", "covers", "models", "modes", "lexemes", "texts", "bands", "idea_at", "tags", "tag_keys",
    ];

    // Alphabetical order compares this many characters, because an index cannot hold long texts.
    private const int MaxSortLength = 80;

    // Chooses covers from as many families as possible, best first.
    private const string CountSql = """
        select x.prompt, count(*)::integer, count(distinct x.root_id)::integer, max(x.age) filter (where x.dated), min(x.age) filter (where x.dated), min(x.age),
            (count(*) filter (where x.likes = 0))::integer, min(x.rating), (array_agg(x.id order by x.place, x.rating, x.likes, x.age, x.id))[1:4],
            array_remove(array_agg(distinct x.model), null), array_remove(array_agg(distinct x.mode), null), (array_agg(x.id order by x.age, x.id))[1], (count(*) filter (where x.id = x.root_id))::integer
        from (
            select x.*, row_number() over (partition by x.prompt, x.root_id order by x.rating, x.likes, x.age, x.id) as place from (
                select x.id, x.root_id, x.prompt, x.age, x.dated, x.models[1] as model, x.modes[1] as mode,
                    coalesce(a.by_likes, x.by_likes) as likes, coalesce(a.by_rating, 5::smallint) as rating
                from sovia.post_index x left join sovia.post_annotation a on a.tenant_id = $1 and a.id = x.id
                where x.tenant_id = $1 and x.prompt = any($2)) x) x
        group by x.prompt
        """;

    private const string TextSql = """
        select d.id, said.* from sovia.mt_doc_post d,
            lateral (select said.* from jsonb_to_record(d.data) as said (kind text, mode text, "originalPrompt" text, prompt text) offset 0) said
        where d.tenant_id = $1 and d.id = any($2)
        """;

    /// <summary>Computes the rows of prompts. Omits prompts with neither posts nor an idea.</summary>
    public static async Task<IReadOnlyList<PromptRow>> ReadAsync(IQuerySession session, long[] keys, CancellationToken ct)
    {
        var ideas = (await session.LoadManyAsync<Idea>(ct, keys.Select(PromptKey.Format)))
            .ToDictionary(idea => PromptKey.Parse(idea.Id)!.Value);
        var (rows, newest) = (new List<PromptRow>(), new Dictionary<long, Guid>());
        await using (var command =
            new NpgsqlCommand(CountSql)
            {
                Parameters = { new() { Value = session.TenantId },
                new() { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } }
            })
        await using (var reader = await session.ExecuteReaderAsync(command, ct))
            while (await reader.ReadAsync(ct))
            {
                var key = reader.GetInt64(0);
                newest[key] = reader.GetGuid(11);
                rows.Add(new(
                    key, "", reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(12), reader.IsDBNull(3) ? null : reader.GetInt64(3),
                    reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.GetInt64(5),
                    reader.GetInt32(6), reader.GetInt16(7), reader.GetFieldValue<Guid[]>(8), reader.GetFieldValue<string[]>(9),
                    reader.GetFieldValue<string[]>(10), ideas.GetValueOrDefault(key)));
            }
        var texts = await ReadTextsAsync(session, [.. newest.Values], ct);
        var used = rows.Where(row => texts.ContainsKey(newest[row.Key])).Select(row => row with { Text = texts[newest[row.Key]] });
        var unused = ideas.Where(idea => !newest.ContainsKey(idea.Key))
            .Select(idea => new PromptRow(idea.Key, idea.Value.Text, 0, 0, 0, null, null, SortKeyEncoding.ToAge(idea.Value.UpdatedAt), 0,
                SortKeyEncoding.Unrated, [], [], [], idea.Value));
        return [.. used, .. unused];
    }

    /// <summary>Encodes the rows for a binary COPY.</summary>
    public static Task<PipeReader> EncodeAsync(string tenant, IReadOnlyList<PromptRow> rows) =>
        CpuScheduler.RunAsync(() => BinaryCopy.SerializeAsync(rows, Columns, (writer, row) => row.WriteTo(writer, tenant)));

    private void WriteTo(CopyRowWriter writer, string tenant)
    {
        var analyzedText = AnalyzedText.Analyze(Text);
        var (factLexemes, textLexemes) =
            SearchLexemes.ForRow(new()
            {
                Id = default,
                RootId = default,
                CoverId = default,
                SortAt = default,
                Models = Models,
                Modes = Modes,
                Texts = analyzedText.IsEmpty ? [] : [analyzedText]
            });
        writer.Add(tenant);
        writer.Add(Key);
        writer.Add(Text);
        writer.Add(StorableText.Truncate(PromptKey.FoldCase(Text), MaxSortLength));
        writer.Add(-Uses);
        writer.Add(Families);
        writer.Add(Roots);
        writer.Add(Newest);
        writer.Add(First);
        writer.Add(Last);
        writer.Add(-Likes);
        writer.Add(ByRating);
        writer.Add(Covers);
        writer.Add(Models);
        writer.Add(Modes);
        writer.AddLexemes(factLexemes, textLexemes);
        writer.AddLines<AnalyzedText>(analyzedText.IsEmpty ? [] : [analyzedText], static text => text.PhraseText);
        writer.Add(MinHashBands.Compute(analyzedText.Words));
        writer.Add(Idea?.CreatedAt);
        writer.Add(Idea?.Tags ?? []);
        writer.Add([.. (Idea?.Tags ?? []).Select(TagText.ToKey)]);
    }

    private static async Task<Dictionary<Guid, string>> ReadTextsAsync(IQuerySession session, Guid[] ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TextSql) { Parameters = { new() { Value = session.TenantId }, new() { Value = ids } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var texts = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct))
        {
            string? ReadText(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            var kind = Enum.TryParse<MediaKind>(ReadText(1), out var parsedKind) ? parsedKind : MediaKind.Unknown;
            var post = new Post
            {
                Id = reader.GetGuid(0),
                RootId = default,
                Kind = kind,
                Mode = ReadText(2),
                OriginalPrompt = ReadText(3),
                Prompt = ReadText(4)
            };
            if (post.UserPrompt is { } text) texts[post.Id] = text;
        }
        return texts;
    }
}
