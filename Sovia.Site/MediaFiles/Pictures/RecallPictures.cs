using Marten;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.MediaFiles.Pictures;

/// <summary>At the start of a site, queues again what waited when the last one ended. Pictures lie in the data directory, so each node looks after its own.</summary>
public sealed class RecallPictures(PictureQueue queue, PictureFolder folder, KnownRoots roots, NodeId node, ISessionFactory sessions) : AtStart("recall pictures")
{
    /// <inheritdoc/>
    public override JobPlace Place => JobPlace.WhereFilesAre;

    /// <inheritdoc/>
    public override string Lane => $"{Name} of {node.Value}";

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        await new QueueMissingPictures(session, roots, folder, queue).RunAsync(ct);
    }
}
