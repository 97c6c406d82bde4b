namespace Sovia.Import;

/// <summary>Where an import run stands.</summary>
public enum ImportState
{
    /// <summary>Its files are stored; another run is being written.</summary>
    Queued,

    /// <summary>Its files are being read, nothing is written yet.</summary>
    Reading,

    /// <summary>It has been read and waits for a go-ahead.</summary>
    Preview,

    /// <summary>Posts are being written.</summary>
    Importing,

    /// <summary>All that could go in is in.</summary>
    Finished,

    /// <summary>It stopped with a reason; what had gone in stays in.</summary>
    Failed,

    /// <summary>The user stopped it; what had gone in stays in.</summary>
    Cancelled,

    /// <summary>What it brought is being taken out again.</summary>
    Undoing,

    /// <summary>What it alone brought is out again.</summary>
    Undone,
}
