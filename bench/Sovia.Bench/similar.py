# The same matrix weighed and multiplied by scikit-learn: what its linear_kernel takes for one family against all, without finding the best of them.
import sys, time
import numpy as np
from scipy.sparse import csc_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics.pairwise import linear_kernel

folder, size = sys.argv[1], int(sys.argv[2])
read = lambda name, kind: np.fromfile(f"{folder}/{name}", kind)
starts = read("starts", np.int32)
counts = csc_matrix((read("counts", np.float32), read("families", np.int32), starts), shape=(size, len(starts) - 1)).tocsr()
weighed = TfidfTransformer().fit_transform(counts)
taken, worst = [], 0.0
for number, score in zip(read("queries", np.int32), read("scores", np.float64)):
    began = time.perf_counter()
    cosines = linear_kernel(weighed[number], weighed)
    taken.append((time.perf_counter() - began) * 1000)
    cosines[0, number] = 0
    worst = max(worst, abs(cosines.max() - score))
taken.sort()
print(f"{taken[len(taken) // 2]:.1f} ms, {taken[len(taken) * 95 // 100]:.1f} ms")
print(f"{worst:.1e}")
