namespace Sovia.MediaFiles.Pictures;

/// <summary>Finds out what the bytes of a picture or clip say.</summary>
public sealed class MediaProbe
{
    /// <summary>The facts; a file that cannot be decoded has a <see cref="MediaFacts.Problem"/> and never throws.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="type">What its first bytes say it is.</param>
    /// <param name="ct">Cancels.</param>
    public Task<MediaFacts> ProbeAsync(string path, MediaType type, CancellationToken ct) => Task.FromResult(new MediaFacts());
}
