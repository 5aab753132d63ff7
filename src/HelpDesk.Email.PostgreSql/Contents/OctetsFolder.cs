using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Octets as files of a folder that all machines share. A file is named by the hash and the stage, so that none is ever written twice.</summary>
internal static partial class OctetsFolder
{
    private const int ReadOnly = 0;

    /// <summary>Where the file is.</summary>
    public static string PathOf(string folder, byte[] hash, long stage)
    {
        var name = Convert.ToHexStringLower(hash);
        return Path.Combine(folder, name[..2], string.Create(CultureInfo.InvariantCulture, $"{name}.{stage}"));
    }

    /// <summary>Makes a file that is to be filled, and its folder.</summary>
    public static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    /// <summary>Opens a file for reading, in any order.</summary>
    public static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.Asynchronous);

    /// <summary>Removes a file, if it is there.</summary>
    public static void Delete(string path)
    {
        // Without the folder there is no such file either.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Has the names of a folder written to the disk, where the system can do so: a file without a name is lost too.</summary>
    public static void FlushNames(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.GetDirectoryName(path)!;
        Flush(folder);
        Flush(Path.GetDirectoryName(folder)!);
    }

    private static void Flush(string folder)
    {
        // FileStream opens no folders, so the handle comes from the C library.
        using var handle = Open(folder, ReadOnly);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder '{folder}' can't be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
