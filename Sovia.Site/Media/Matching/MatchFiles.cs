namespace Sovia.Media.Matching;

/// <summary>Matches the files of a unit of work to posts, with the same few queries for all files.</summary>
internal static class MatchFiles
{
    /// <summary>Adds matches and updates file states. Keeps existing matches and never overrides manual ones.</summary>
    public static async Task RunAsync(FileUnitOfWork book, IEnumerable<string> hashes, CancellationToken ct)
    {
        var files = hashes.Distinct().Select(book.FindFile).OfType<MediaFile>()
            .Where(file => !book.GetMatches(file.Id).Any(match => match.ByHand))
            .Select(file => (File: file, Clues: GetClues(book, file).ToList())).ToList();
        var questions = new PostLookupRequest();
        foreach (var clues in files.SelectMany(pair => pair.Clues)) MatchPipeline.RequestPosts(clues, questions);
        var posts = await FindCandidatePosts.ForAsync(book.Session, questions, ct);
        foreach (var (file, clues) in files) Enter(book, file, [.. clues.Select(clue => MatchPipeline.Match(clue, posts))]);
    }

    // Each location is matched separately: the same bytes may be stored under the names of two posts and then belong to both.
    private static IEnumerable<FileClues> GetClues(FileUnitOfWork book, MediaFile file) =>
        from location in book.GetLocations(file.Id)
        from path in location.Names.DefaultIfEmpty(location.Path)
        select new FileClues(file, path, location.StatedId);

    private static void Enter(FileUnitOfWork book, MediaFile file, IReadOnlyList<MatchResult> findings)
    {
        var known = book.GetMatches(file.Id).ToDictionary(match => match.Id);
        foreach (var match in findings.Select(matchResult => matchResult.Match).OfType<FileMatch>())
            if (!known.TryGetValue(match.Id, out var before) || before.Confidence < match.Confidence)
                book.Store(known[match.Id] = match);
        var candidates = known.Count > 0 || file.State == FileState.Ignored ? []
            : findings.SelectMany(matchResult => matchResult.Candidates).Distinct().Order().ToArray();
        var state = known.Count > 0 ? FileState.Matched : file.State == FileState.Ignored ? FileState.Ignored
            : candidates.Length > 0 ? FileState.Ambiguous : FileState.Unmatched;
        if (state != file.State || !candidates.SequenceEqual(file.Candidates))
            book.Store(file with { State = state, Candidates = candidates });
    }
}
