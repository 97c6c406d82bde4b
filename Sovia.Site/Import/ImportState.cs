namespace Sovia.Import;

/// <summary>The state of an import run.</summary>
public enum ImportState
{
    /// <summary>Its files are stored, and it waits for another run.</summary>
    Queued,

    /// <summary>Its files are being read for the preview; nothing is written yet.</summary>
    Reading,

    /// <summary>It has been read and waits for confirmation.</summary>
    Preview,

    /// <summary>Posts are being written.</summary>
    Importing,

    /// <summary>Everything importable is imported.</summary>
    Finished,

    /// <summary>It stopped with an error; the items imported so far are kept.</summary>
    Failed,

    /// <summary>The user cancelled it; the items imported so far are kept.</summary>
    Cancelled,

    /// <summary>Its changes are being undone.</summary>
    Undoing,

    /// <summary>Everything that only this run added is removed.</summary>
    Undone,
}
