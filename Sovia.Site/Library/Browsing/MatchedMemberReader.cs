using Marten;
using Npgsql;
using Sovia.Query;
using Sovia.Query.Terms;

namespace Sovia.Library.Browsing;

/// <summary>Finds the members that match the searched words, for each family on a page.</summary>
public sealed class MatchedMemberReader(NpgsqlDataSource source, IQuerySession session)
{
    private static readonly Dictionary<Guid, FamilyMatch> NoMatches = [];

    /// <summary>Returns the matches by item ID; empty if the query has no words.</summary>
    public async Task<IReadOnlyDictionary<Guid, FamilyMatch>> ReadAsync(LibraryQuery query, IReadOnlyCollection<Family> page,
        CancellationToken ct)
    {
        if (page.Count == 0 || PositiveTerms.Extract(query.Search.Term) is not { } positiveTerm) return NoMatches;
        var idSql = query.Unit == ListUnit.Post ? "x.id" : "x.root_id";
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = page.Select(family => family.Id).ToArray() });
        // "offset 0" keeps PostgreSQL from using the text index, which would read every row that has a common word.
        command.CommandText = $"""
            select {idSql}, x.count, said.* from (select distinct on ({idSql}) x.id, x.root_id, count(*) over (partition by {idSql}) as count
                from (select * from sovia.post_index x where x.tenant_id = $1 and {idSql} = any($2) offset 0) x where {new TermSql(command.Parameters) { ListsPosts = true }.BuildCondition(positiveTerm)}
                order by {idSql}, x.age desc, x.id) x,
            lateral (
                select said.* from sovia.mt_doc_post d, jsonb_to_record(d.data) as said (kind text, mode text, "originalPrompt" text, prompt text, title text)
                where d.tenant_id = $1 and d.id = x.id offset 0) said
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var matches = new Dictionary<Guid, FamilyMatch>();
        while (await reader.ReadAsync(ct)) matches[reader.GetGuid(0)] = new(ReadPrompt(reader), (int)reader.GetInt64(1));
        return matches;
    }

    private static string? ReadPrompt(NpgsqlDataReader reader)
    {
        string? ReadText(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        var post = new Post
        {
            Id = default,
            RootId = default,
            Kind = Enum.TryParse<MediaKind>(ReadText(2), out var kind) ? kind : MediaKind.Unknown,
            Mode = ReadText(3),
            OriginalPrompt = ReadText(4),
            Prompt = ReadText(5),
        };
        return post.UserPrompt ?? post.Caption ?? ReadText(6);
    }
}
