namespace Sovia.Import.Containers;

/// <summary>The exception for data that exceeds a decompression limit, as a zip bomb does.</summary>
public sealed class DecompressionLimitException : IOException
{
    /// <summary>Creates an exception without a message.</summary>
    public DecompressionLimitException()
    {
    }

    /// <summary>Creates an exception with a message for the user.</summary>
    public DecompressionLimitException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message for the user and its cause.</summary>
    public DecompressionLimitException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
