namespace Sovia.Media.Matching;

/// <summary>Matches the files of a unit of work to posts, with the same few queries for all files.</summary>
internal static class MatchFiles
{
    /// <summary>Adds matches and updates file states. Keeps existing matches and never overrides manual ones.</summary>
    public static async Task RunAsync(FileUnitOfWork unit, IEnumerable<string> hashes, CancellationToken ct)
    {
        var fileClues = hashes.Distinct().Select(unit.FindFile).OfType<MediaFile>()
            .Where(file => !unit.GetMatches(file.Id).Any(match => match.IsManual))
            .Select(file => (File: file, Clues: GetClues(unit, file).ToList())).ToList();
        var request = new PostLookupRequest();
        foreach (var clues in fileClues.SelectMany(pair => pair.Clues)) MatchPipeline.RequestPosts(clues, request);
        var posts = await FindCandidatePosts.ForAsync(unit.Session, request, ct);
        foreach (var (file, clues) in fileClues) RecordMatches(unit, file, [.. clues.Select(clue => MatchPipeline.Match(clue, posts))]);
    }

    // Each location is matched separately: the same bytes may be stored under the names of two posts and then belong to both.
    private static IEnumerable<FileClues> GetClues(FileUnitOfWork work, MediaFile file) =>
        from location in work.GetLocations(file.Id)
        from path in location.Names.DefaultIfEmpty(location.Path)
        select new FileClues(file, path, location.SidecarPostId);

    private static void RecordMatches(FileUnitOfWork work, MediaFile file, IReadOnlyList<MatchResult> results)
    {
        var matchesById = work.GetMatches(file.Id).ToDictionary(match => match.Id);
        foreach (var match in results.Select(result => result.Match).OfType<FileMatch>())
            if (!matchesById.TryGetValue(match.Id, out var existing) || existing.Confidence < match.Confidence)
                work.Store(matchesById[match.Id] = match);
        var candidates = matchesById.Count > 0 || file.State == FileState.Ignored ? []
            : results.SelectMany(result => result.Candidates).Distinct().Order().ToArray();
        var state = matchesById.Count > 0 ? FileState.Matched : file.State == FileState.Ignored ? FileState.Ignored
            : candidates.Length > 0 ? FileState.Ambiguous : FileState.Unmatched;
        if (state != file.State || !candidates.SequenceEqual(file.Candidates))
            work.Store(file with { State = state, Candidates = candidates });
    }
}
