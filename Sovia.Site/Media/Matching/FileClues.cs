using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Media.Matching;

/// <summary>What one place of a file, and the file itself, tell about whose it is.</summary>
internal sealed partial class FileClues
{
    /// <param name="file">The content.</param>
    /// <param name="path">A path below a media root, or an upload's own name.</param>
    /// <param name="statedId">What a sidecar says.</param>
    public FileClues(MediaFile file, string path, Guid? statedId)
    {
        File = file;
        StatedId = statedId;
        Segments = path.Normalize(NormalizationForm.FormC).Replace('\\', '/').Split('/');
        Name = Segments[^1];
        Stem = Copies().Replace(System.IO.Path.GetFileNameWithoutExtension(Name), "");
        Role = RoleOf(file, Stem, Segments);
    }

    /// <summary>The content.</summary>
    public MediaFile File { get; }

    /// <summary>The post that a sidecar or manifest states.</summary>
    public Guid? StatedId { get; }

    /// <summary>The parts of the path, the file's name last.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The name without its extension and without what a second download adds.</summary>
    public string Stem { get; }

    /// <summary>What the name says the file is to its post.</summary>
    public FileRole Role { get; }

    /// <summary>The folder it lies in, or null at the top of a root.</summary>
    public string? Folder => Segments.Count > 1 ? Segments[^2] : null;

    // A sound track is one whatever it is called; a picture called preview is one of the clip whose name it bears.
    private static FileRole RoleOf(MediaFile file, string stem, IReadOnlyList<string> segments) =>
        file.Mime.StartsWith("audio/", StringComparison.Ordinal) ? FileRole.Audio
        : Thumbnail().IsMatch(stem) || segments.Contains("cdn-cgi") ? FileRole.Thumbnail
        : Source().IsMatch(stem) ? FileRole.Source
        : Hd().IsMatch(stem) ? FileRole.Hd
        : FileRole.Media;

    [GeneratedRegex(@"(?: \(\d+\)| - Copy(?: \(\d+\))?| copy(?: \d+)?)+$", RegexOptions.IgnoreCase)]
    private static partial Regex Copies();

    [GeneratedRegex(@"_thumbnail$|-thumbnail-|^preview_image|^thumbnail$", RegexOptions.IgnoreCase)]
    private static partial Regex Thumbnail();

    [GeneratedRegex(@"-source-|^original_image$", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"[-_]hd(?:1080)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Hd();
}
