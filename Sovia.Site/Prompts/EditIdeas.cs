using Marten;
using Npgsql;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Index.Writing;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Adds, changes and deletes ideas, one change per library at a time.</summary>
public sealed class EditIdeas(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Saves a prompt as an idea. If the idea already exists, the tags are added to its existing tags.</summary>
    /// <param name="text">The prompt as typed.</param>
    /// <param name="tags">The tags as typed, separated by commas.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IdeaResult> AddAsync(string? text, string? tags, CancellationToken ct) => SaveAsync(null, text, tags, ct);

    /// <summary>
    /// Changes an idea. A different text makes it a different prompt; if an idea with that prompt exists, the two are merged.
    /// </summary>
    /// <param name="id">The idea.</param>
    /// <param name="text">The prompt as typed.</param>
    /// <param name="tags">The tags as typed, separated by commas.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IdeaResult> ChangeAsync(long id, string? text, string? tags, CancellationToken ct) =>
        SaveAsync(PromptKey.Format(id), text, tags, ct);

    /// <summary>Returns the idea of a prompt; null if there is none.</summary>
    public async Task<Idea?> FindAsync(long id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<Idea>(PromptKey.Format(id), ct);
    }

    /// <summary>Deletes an idea. Posts made from its prompt stay.</summary>
    public async Task<IdeaResult> DeleteAsync(long id, CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        if (await session.LoadAsync<Idea>(PromptKey.Format(id), ct) is not { } idea) return new(null, []);
        session.Delete(idea);
        await CommitAsync(session, [id], ct);
        return new(idea, [], AlreadyExisted: true);
    }

    private async Task<IdeaResult> SaveAsync(string? previousId, string? text, string? tags, CancellationToken ct)
    {
        var (cleanText, newTags, problems) = IdeaValidator.Validate(text, tags);
        if (problems.Count > 0) return new(null, problems);
        var now = Microseconds.Truncate(clock.GetUtcNow());
        await using var session = await BeginAsync(ct);
        var key = PromptKey.ComputeFromClean(cleanText);
        var edited = previousId is null ? null : await session.LoadAsync<Idea>(previousId, ct);
        if (previousId is not null && edited is null) return new(null, []);
        var saved = await session.LoadAsync<Idea>(PromptKey.Format(key), ct);
        if (saved is null && edited is null && await session.Query<Idea>().CountAsync(ct) >= Idea.MaxCount)
            return new(null, [new("text", $"A library can have at most {Idea.MaxCount:N0} ideas.")]);
        // An edit replaces the idea's tags, but adding an idea again or merging it into another keeps the existing tags.
        var savedTags = saved is null || saved.Id == previousId ? [] : saved.Tags;
        List<string> allTags = [.. savedTags.Concat(newTags).DistinctBy(TagText.ToKey)];
        if (allTags.Count > Idea.MaxTags)
            return new(null,
                [new("tags", $"An idea can have at most {Idea.MaxTags} tags. With the existing ones there would be {allTags.Count}.")]);
        var idea = new Idea
        {
            Id = PromptKey.Format(key),
            Text = cleanText,
            Tags = allTags,
            CreatedAt = (saved ?? edited)?.CreatedAt ?? now,
            UpdatedAt = now
        };
        if (saved is not null && saved.Text == idea.Text && saved.Tags.SequenceEqual(allTags) && (edited is null || edited.Id == idea.Id))
            return new(saved, [], AlreadyExisted: true);
        if (edited is not null && edited.Id != idea.Id) session.Delete(edited);
        session.Store(idea);
        await CommitAsync(session, edited is null ? [key] : [key, PromptKey.Parse(edited.Id)!.Value], ct);
        return new(idea, [], AlreadyExisted: saved is not null);
    }

    private async Task<IDocumentSession> BeginAsync(CancellationToken ct)
    {
        var session = sessions.OpenSession();
        try
        {
            await session.BeginTransactionAsync(ct);
            await RunAsync(session, [AnnotationRows.CreateLockCommand(session.TenantId)], ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task CommitAsync(IDocumentSession session, long[] keys, CancellationToken ct)
    {
        await RunAsync(session, [PromptRefreshQueue.CreateEnqueueCommand(session.TenantId, keys),
            AnnotationRows.CreateAdvanceVersionCommand(session.TenantId, LibraryStateCache.Channel)], ct);
        await session.SaveChangesAsync(ct);
    }

    private static async Task RunAsync(IDocumentSession session, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
    }
}
