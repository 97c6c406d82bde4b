namespace Sovia.MediaFiles.Matching;

/// <summary>Finds the posts of the files of a book, all of them with the same few queries.</summary>
internal static class MatchFiles
{
    /// <summary>Adds matches and sets states. What is matched already stays so, and what the user said is not questioned.</summary>
    public static async Task InAsync(FileBook book, IEnumerable<string> hashes, CancellationToken ct)
    {
        var files = hashes.Distinct().Select(book.File).OfType<MediaFile>()
            .Where(file => !book.MatchesOf(file.Id).Any(match => match.ByHand))
            .Select(file => (File: file, Clues: CluesOf(book, file).ToList())).ToList();
        var questions = new PostQuestions();
        foreach (var clues in files.SelectMany(pair => pair.Clues)) Ladder.Ask(clues, questions);
        var posts = await FindPosts.AsyncFor(book.Session, questions, ct);
        foreach (var (file, clues) in files) Enter(book, file, [.. clues.Select(clue => Ladder.Climb(clue, posts))]);
    }

    // Every place has its own say: the same bytes may lie under the names of two posts, and then belong to both.
    private static IEnumerable<FileClues> CluesOf(FileBook book, MediaFile file) =>
        from location in book.LocationsOf(file.Id)
        from path in location.Names.DefaultIfEmpty(location.Path)
        select new FileClues(file, path, location.StatedId);

    private static void Enter(FileBook book, MediaFile file, IReadOnlyList<Finding> findings)
    {
        var known = book.MatchesOf(file.Id).ToDictionary(match => match.Id);
        foreach (var match in findings.Select(finding => finding.Match).OfType<FileMatch>())
            if (!known.TryGetValue(match.Id, out var before) || before.Confidence < match.Confidence)
                book.Put(known[match.Id] = match);
        var candidates = known.Count > 0 ? [] : findings.SelectMany(finding => finding.Candidates).Distinct().Order().ToArray();
        var state = known.Count > 0 ? FileState.Matched : candidates.Length > 0 ? FileState.Ambiguous : FileState.Unmatched;
        if (state != file.State || !candidates.SequenceEqual(file.Candidates)) book.Put(file with { State = state, Candidates = candidates });
    }
}
