namespace Sovia.Storage.PrivateServer;

/// <summary>
/// Thrown when the private server cannot be started. The message tells the user at the terminal what happened, what is safe and what to do.
/// </summary>
public sealed class PrivatePostgresException : Exception
{
    /// <summary>Creates an exception without a message; prefer one with a message.</summary>
    public PrivatePostgresException()
    {
    }

    /// <summary>Creates an exception with a message for the user at the terminal.</summary>
    public PrivatePostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message for the user at the terminal, and its cause.</summary>
    public PrivatePostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
