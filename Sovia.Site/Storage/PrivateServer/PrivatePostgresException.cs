namespace Sovia.Storage.PrivateServer;

/// <summary>
/// The private server cannot be had. The message is for the person at the terminal: what happened, what is safe, what to do.
/// </summary>
public sealed class PrivatePostgresException : Exception
{
    /// <summary>An exception that says nothing; prefer one with a message.</summary>
    public PrivatePostgresException()
    {
    }

    /// <summary>An exception with what the person at the terminal is to read.</summary>
    public PrivatePostgresException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with what the person at the terminal is to read, and what led to it.</summary>
    public PrivatePostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
