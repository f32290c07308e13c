package org.pizzaorders.local.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheFolderUntilClosed() {
        DirectoryLock lock = DirectoryLock.tryAcquire(folder).orElseThrow();

        assertThat(DirectoryLock.tryAcquire(folder)).isEmpty();
        lock.close();

        DirectoryLock.tryAcquire(folder).orElseThrow().close();
    }

    @Test
    @SuppressWarnings("resource")
    void survivesTheGarbageCollectorWhenNobodyRefersToIt() {
        DirectoryLock.tryAcquire(folder).orElseThrow();

        System.gc();
        System.gc();

        assertThat(DirectoryLock.tryAcquire(folder)).isEmpty();
    }
}
